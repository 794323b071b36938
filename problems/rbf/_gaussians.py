"""Gaussians of a squared distance D, as courses write them."""

GAUSSIANS = {"d2/gamma2": "exp(-D/gamma2)", "d2/2": "exp(-D/2)", "d2/(2 sigma2)": "exp(-D/(2*sigma**2))",
             "gamma d2": "exp(-gamma*D)"}


def gaussian(text, gaussians=GAUSSIANS):
    """Each convention's Gaussian of a squared distance; that without a width last, since its names are always known."""
    return tuple(gaussians[name].replace("D", text) for name in ("d2/gamma2", "d2/(2 sigma2)", "gamma d2", "d2/2"))
