#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define WIDTH 8
#define TABLE kernels_table_avx2
#include "level.h"
#pragma clang attribute pop
#endif
