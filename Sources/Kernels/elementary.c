#include "kernels.h"
#include <math.h>
double kernel_exp(double x) { return exp(x); }
double kernel_log(double x) { return log(x); }
double kernel_sqrt(double x) { return sqrt(x); }
double kernel_sin(double x) { return sin(x); }
double kernel_cos(double x) { return cos(x); }
double kernel_tanh(double x) { return tanh(x); }
double kernel_pow(double x, double y) { return pow(x, y); }
