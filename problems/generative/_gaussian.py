"""What the problems on variational autoencoders share: binary cross-entropy and the distance of a code from N(0, 1)."""

BCE = "-(x[i]*ln(x_hat[i]) + (1 - x[i])*ln(1 - x_hat[i]))"
KL = "(mu[j]**2 + sigma2[j] - log_var[j] - 1)/2"
