#include "theme.h"

// Clang embeds in every version of C, and remarks that C23 brought it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style_sheet[] = {
#embed "course.css"
};

static const unsigned char script[] = {
#embed "course.js"
};

static const unsigned char live_script[] = {
#embed "live.js"
};

struct theme_file theme_style_sheet(void) {
  return (struct theme_file){style_sheet, sizeof style_sheet};
}

struct theme_file theme_script(void) {
  return (struct theme_file){script, sizeof script};
}

struct theme_file theme_live_script(void) {
  return (struct theme_file){live_script, sizeof live_script};
}
