// Everything of one level that training needs. The file that includes this defines WIDTH and TABLE, and states the
// target.

#include "kernels.h"
#include "training_table.h"

#pragma clang fp contract(off) reassociate(off)

// Vectors wider than the registers are passed only to functions that are inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#include "vector.h"

#include "functions.h"

#include "matmul.h"

#include "rows.h"

#include "recurrence.h"

#include "windows.h"

const struct training_table TABLE = {
    .matmul = matmul,
    .add = add,
    .subtract = subtract,
    .multiply = multiply,
    .divide = divide,
    .add_scaled = add_scaled,
    .sum = sum,
    .dot = dot,
    .sum_rows = sum_rows,
    .softmax = softmax,
    .softmax_pullback = softmax_pullback,
    .normalize = normalize,
    .normalize_pullback = normalize_pullback,
    .adam = adam,
    .lstm = lstm,
    .lstm_pullback = lstm_pullback,
    .gru = gru,
    .gru_pullback = gru_pullback,
    .unfold = unfold,
    .fold = fold,
    .copy_rows = copy_rows,
    .max_pool = max_pool,
};
