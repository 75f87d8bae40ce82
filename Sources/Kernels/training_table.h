// What a level offers for training.

#include "training_kernels.h"

struct training_table {
  void (*matmul)(intptr_t, intptr_t, intptr_t, const float *, intptr_t, intptr_t, const float *, intptr_t, intptr_t, const float *, intptr_t, intptr_t, float *, intptr_t, intptr_t);
  void (*add)(const float *, intptr_t, const float *, intptr_t, float *, intptr_t);
  void (*subtract)(const float *, intptr_t, const float *, intptr_t, float *, intptr_t);
  void (*multiply)(const float *, intptr_t, const float *, intptr_t, float *, intptr_t);
  void (*divide)(const float *, intptr_t, const float *, intptr_t, float *, intptr_t);
  void (*add_scaled)(float, const float *, float *, intptr_t);
  float (*sum)(const float *, intptr_t);
  float (*dot)(const float *, const float *, intptr_t);
  void (*sum_rows)(const float *, intptr_t, intptr_t, float *);
  void (*softmax)(const float *, float *, float *, float *, intptr_t, intptr_t, float, bool);
  void (*softmax_pullback)(const float *, const float *, float *, intptr_t, intptr_t, float);
  void (*normalize)(const float *, const float *, const float *, float *, float *, float *, intptr_t, intptr_t, float);
  void (*normalize_pullback)(const float *, const float *, const float *, const float *, const float *, float *, float *, float *, intptr_t, intptr_t);
  void (*adam)(float *, const float *, float *, float *, intptr_t, float, float, float, float, float, float);
  void (*lstm)(float *, const float *, float *, float *, intptr_t, intptr_t);
  void (*lstm_pullback)(const float *, const float *, const float *, const float *, float *, float *, intptr_t, intptr_t);
  void (*gru)(float *, const float *, const float *, float *, intptr_t, intptr_t);
  void (*gru_pullback)(const float *, const float *, const float *, float *, float *, float *, intptr_t, intptr_t);
  void (*unfold)(const float *, float *, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t);
  void (*fold)(const float *, float *, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t, intptr_t);
  void (*copy_rows)(const float *, intptr_t, float *, intptr_t, intptr_t, intptr_t);
  void (*max_pool)(const float *, int32_t *, float *, intptr_t, intptr_t, intptr_t, intptr_t);
};

extern const struct training_table training_table_portable, training_table_avx2, training_table_avx512;
