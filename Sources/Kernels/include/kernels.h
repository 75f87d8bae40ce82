#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Activations of whole arrays of floats, with the vectors of the processor it runs on.
///
/// Every level of dispatch, and every place in an array, gives the same bits: the operations on an element and
/// their order are the same for every width, none of them is fused, and none is an estimate of the hardware.

/// The names, in the order of `Activation.Kernel`.
#define KERNELS(F)                                                                                     \
  F(relu) F(leaky_relu) F(sigmoid) F(tanh) F(silu) F(gelu) F(gelu_tanh) F(quick_gelu) F(softplus)      \
  F(mish) F(elu) F(selu) F(exp) F(hard_swish) F(hard_sigmoid) F(relu_squared) F(softsign)

/// Those whose slope is here too: all but the ones with kinks at ±3.
#define KERNELS_WITH_SLOPE(F)                                                                          \
  F(relu) F(leaky_relu) F(sigmoid) F(tanh) F(silu) F(gelu) F(gelu_tanh) F(quick_gelu) F(softplus)      \
  F(mish) F(elu) F(selu) F(exp) F(relu_squared) F(softsign)

#define KERNELS_NAME(name) kernel_##name,
enum kernel { KERNELS(KERNELS_NAME) kernel_count };
#undef KERNELS_NAME

/// The levels of dispatch: 16, 32 and 64 bytes a vector.
enum kernels_level { kernels_portable, kernels_avx2, kernels_avx512, kernels_level_count };

/// y[i] = f(x[i]); `x` and `y` are the same array, or do not overlap.
void kernels_map(int32_t kernel, float parameter, const float *x, float *y, intptr_t count);

/// dx[i] = dy[i]·f′(x[i]); `dx` is one of the other two, or does not overlap them.
///
/// False where f′ is not here; nothing is written then.
bool kernels_pullback(
    int32_t kernel, float parameter, const float *x, const float *dy, float *dx, intptr_t count);

/// The level in use.
int32_t kernels_level(void);

/// Uses `level` from now on, in all threads; −1 is the best. False where this processor does not have it.
bool kernels_force_level(int32_t level);
