#include <graphviz/gvc.h>

/// The value of an attribute of a graph, node or edge, or NULL; Graphviz's own function wants a name it could
/// change, and does not change it.
static inline const char *graphviz_attribute(void *object, const char *name) {
  return agget(object, (char *)name);
}
