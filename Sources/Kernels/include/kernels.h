#pragma once
/* Elementary functions for code that imports neither Foundation nor Glibc. Each is a function of its arguments. */
double kernel_exp(double x);
double kernel_log(double x);
double kernel_sqrt(double x);
double kernel_sin(double x);
double kernel_cos(double x);
double kernel_tanh(double x);
double kernel_pow(double x, double y);
