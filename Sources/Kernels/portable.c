// 16 bytes: SSE2, which every x86-64 has, NEON, or whatever the compiler makes of it.
#define WIDTH 4
#define TABLE kernels_table_portable
#include "level.h"
