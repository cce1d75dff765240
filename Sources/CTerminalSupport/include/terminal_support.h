#pragma once
/* What a terminal program needs from the system and Swift cannot say: signals as file descriptors, and a terminal that
   is given back even when the program traps. */

/* Keeps the terminal's settings and installs handlers, on a stack of their own, that restore it on fatal signals. */
void terminal_guard_begin(int descriptor);
/* The bytes that lead a terminal out of everything the program switched on; copied, at most 255. */
void terminal_guard_set_restore(const char *bytes, int length);
void terminal_guard_end(void);

/* Blocks window, stop, end and hang-up signals in this thread and in those it starts, and returns a descriptor that
   reports them. Call it before any thread is started. */
int terminal_signals_open(void);
/* The next signal, or -1. */
int terminal_signals_next(int descriptor);

/* A descriptor that another thread makes readable. */
int terminal_wake_open(void);
void terminal_wake(int descriptor);
void terminal_wake_clear(int descriptor);

/* Rows and columns of the terminal; unchanged when it does not say. */
void terminal_size(int descriptor, int *rows, int *columns);

/* Waits until one of three descriptors is readable or the time is over; returns a bit for each. */
int terminal_wait(int first, int second, int third, int milliseconds);

/* Whether the locale of the environment writes UTF-8. */
int terminal_is_utf8(void);
