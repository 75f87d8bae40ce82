#include <duktape.h>

// Duktape's API is mostly macros, which Swift cannot call, and an error outside a protected call ends the
// process. So: four functions, and everything that may fail runs inside duk_safe_call.

typedef struct {
  const char *function;
  const char *text;
  size_t count;
  int flag;
} duktape_request;

/// A fresh heap, or NULL when memory is short.
static inline duk_context *duktape_new(void) { return duk_create_heap_default(); }

/// Runs a script for its effect; 0 when it went well.
static inline int duktape_evaluate(duk_context *context, const char *script, size_t count) {
  int failed = duk_peval_lstring(context, script, count);
  duk_pop(context);
  return failed;
}

static inline duk_ret_t duktape_request_run(duk_context *context, void *data) {
  const duktape_request *request = (const duktape_request *)data;
  duk_get_global_string(context, request->function);
  duk_push_lstring(context, request->text, request->count);
  duk_push_boolean(context, request->flag);
  duk_call(context, 2);
  return 1;
}

/// Calls a global function with a string and a flag.
///
/// The answer, in CESU-8, lives until duktape_release; *failed tells an error's text from a result.
static inline const char *duktape_call(
    duk_context *context, const char *function, const char *text, size_t count, int flag, size_t *size,
    int *failed) {
  duktape_request request = {function, text, count, flag};
  *failed = duk_safe_call(context, duktape_request_run, &request, 0, 1) != DUK_EXEC_SUCCESS;
  return duk_safe_to_lstring(context, -1, size);
}

/// Ends the life of the last answer.
static inline void duktape_release(duk_context *context) { duk_pop(context); }

/// Ends the life of the heap.
static inline void duktape_free(duk_context *context) { duk_destroy_heap(context); }
