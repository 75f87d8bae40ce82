#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))), apply_to = function)
#define WIDTH 64
#define TABLE kernels_table_avx512
#include "level.h"
#pragma clang attribute pop
#endif
