"""What the losses of autoencoders share."""

BCE = "-(x[i]*ln(x_hat[i]) + (1 - x[i])*ln(1 - x_hat[i]))"
