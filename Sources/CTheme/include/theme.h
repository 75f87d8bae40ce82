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

/// The script that lets a page follow the builds while the course is served.
struct theme_file theme_live_script(void);
