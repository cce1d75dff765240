#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncursesw/curses.h>
#include <stdio.h>
// ncurses speaks in macros and shared globals; Swift 6 can use neither, so each has a function or a constant here.
static inline WINDOW *sideline_screen(void) { return stdscr; }
static inline WINDOW *sideline_shown_screen(void) { return curscr; }
static inline int sideline_colours(void) { return COLORS; }
static inline SCREEN *sideline_new_terminal(void) { return newterm(NULL, stdout, stdin); }
static const attr_t SIDELINE_BOLD = A_BOLD, SIDELINE_UNDERLINE = A_UNDERLINE, SIDELINE_REVERSE = A_REVERSE;
static inline int sideline_function_key(int number) { return KEY_F(number); }
