#include <stddef.h>

/// A file that is part of the program.
struct theme_file {
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The style sheet of every page.
struct theme_file theme_style_sheet(void);

/// The script of every page.
struct theme_file theme_script(void);
