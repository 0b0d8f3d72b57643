#define _GNU_SOURCE 1
#include "CNcurses.h"

#include <locale.h>
#include <langinfo.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

// Widths are looked up in pages of 256 scalars. A page is filled on first use; two threads that fill
// the same page write the same values, so the only order that matters is values before the flag.
enum { page_count = 0x1100, page_size = 256 };
static signed char widths[page_count][page_size];
static unsigned char filled[page_count];

static void fill(uint32_t page) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t former = utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0;
  for (uint32_t i = 0; i < page_size; i++) {
    wchar_t scalar = (wchar_t)(page * page_size + i);
    if (utf8 != (locale_t)0) {
      widths[page][i] = (signed char)wcwidth(scalar);
    } else {
      // Without C.UTF-8 nothing beyond ASCII can be drawn, so the guess only has to be harmless.
      widths[page][i] = scalar == 0 ? 0 : (scalar < 32 || scalar == 127) ? -1 : 1;
    }
  }
  if (utf8 != (locale_t)0) {
    uselocale(former);
    freelocale(utf8);
  }
  __atomic_store_n(&filled[page], 1, __ATOMIC_RELEASE);
}

int cn_width(uint32_t scalar) {
  uint32_t page = scalar >> 8;
  if (page >= page_count) return -1;
  if (!__atomic_load_n(&filled[page], __ATOMIC_ACQUIRE)) fill(page);
  return widths[page][scalar & 0xFF];
}

static bool is_utf8(const char *codeset) {
  return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

/// The variable that decides on LC_CTYPE, by POSIX; empty when none is set.
static const char *wanted_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value != NULL && value[0] != '\0') return value;
  }
  return "";
}

bool cn_set_locale(void) {
  bool found = setlocale(LC_CTYPE, "") != NULL;
  if (found && is_utf8(nl_langinfo(CODESET))) return true;
  // Over SSH the client's locale arrives by name, and the server may not have it.
  const char *dot = strchr(wanted_locale(), '.');
  if (dot != NULL) {
    char codeset[8] = {0};
    strncpy(codeset, dot + 1, sizeof codeset - 1);
    codeset[strcspn(codeset, "@")] = '\0';
    if (is_utf8(codeset) && setlocale(LC_CTYPE, "C.UTF-8") != NULL) return true;
  }
  // Only ASCII will be written, but what is typed may be UTF-8 all the same.
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "C");
  return false;
}

bool cn_set_locale_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }
