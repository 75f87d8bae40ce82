#include <duktape.h>

// Duktape's API is mostly macros, which Swift cannot call.
static inline duk_context *duktape_new(void) { return duk_create_heap_default(); }
static inline int duktape_evaluate(duk_context *context, const char *script, size_t count) {
  return duk_peval_lstring(context, script, count);
}
static inline const char *duktape_string(duk_context *context, size_t *count) {
  return duk_safe_to_lstring(context, -1, count);
}
