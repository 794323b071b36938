"""Critical values: from which value of t or z on a hypothesis is rejected."""

from quizgen.authoring import Aside, Choice, Level, Mistake, Number, Problem, Whole, computed, oneof

SIGN = "(-1 if tail == 'less' else 1)"


def slips(left):
    """Mistakes in what is done with the share that is left over: α, or 1 − confidence."""
    yield Mistake("one_tailed_column", "Two tails share what is left over: half of it lies in each.",
                  f"tail == 'two' and {left} > 0", area=f"1 - {left}", t_crit=f"t_quantile(1 - {left}, df)",
                  z_crit=f"z_quantile(1 - {left})")
    yield Mistake("z_table", "σ is unknown: use the t table, not the normal one.", f"{left} > 0",
                  t_crit=f"{SIGN}*z_quantile(1 - {left}/(2 if tail == 'two' else 1))")
    yield Mistake("alpha_halved_for_one_tail", "A direction is named: one tail has all of what is left over.",
                  f"tail != 'two' and {left} > 0", area=f"1 - {left}/2", t_crit=f"{SIGN}*t_quantile(1 - {left}/2, df)",
                  z_crit=f"{SIGN}*z_quantile(1 - {left}/2)")
    yield Mistake("left_sign_lost", "The lower tail lies on the negative side: the value is negative.",
                  f"tail == 'less' and {left} > 0", t_crit=f"t_quantile(1 - {left}, df)",
                  z_crit=f"z_quantile(1 - {left})")


class CriticalValue(Problem):
    title = "Critical values"

    test = Choice("test statistic", "t", "z", draw="t", default="t")
    n = Whole("sample size", draw=oneof(*range(3, 32), 41, 61, 121), when="test == 't'", least=2)
    tail = Choice("direction of the alternative", "two", "less", "greater", draw="two", default="two")
    two = Aside(oneof(0.2, 0.1, 0.05, 0.02, 0.01))
    one = Aside(oneof(0.1, 0.05, 0.025, 0.01, 0.005))
    alpha = Number("significance level", draw=computed("two if tail == 'two' else one"), above=0, below=0.5,
                   instead="confidence")
    confidence = Number("confidence level", above=0.5, below=1, optional=True)

    symbols = {"area": "A", "confidence": "C"}
    also = {"t_crit": "t*, t", "z_crit": "z*, z"}
    answers = "area t_crit z_crit"
    few = "a table has few entries: 15 for z, 480 for t"
    by_confidence = {"alpha": None, "confidence": computed("1 - two", places=2)}
    levels = {
        "easy": (Level("area z_crit", test="z", **by_confidence),
                 Level("area z_crit", test="z", tail=oneof("two", "less", "greater")), Level("area t_crit", two=0.05)),
        "medium": (Level("t_crit"), Level("t_crit", **by_confidence)),
        "hard": Level("t_crit", tail=oneof("less", "less", "greater")),
    }

    def work(self, w):
        if w.test == "t":
            w.step("df", "n - 1", "Degrees of freedom", "The row of the t table.", places=0)
        two, one = ("(1 + confidence)/2", "confidence") if w.has("confidence") else ("1 - alpha/2", "1 - alpha")
        w.step("area", {"two": two, "less": one, "greater": one}, "Area $area$ below the positive value",
               "Two tails share what α or C leaves over; one tail has all.", by="tail")
        two, one = (f"{w.test}_quantile({area}{', df' if w.test == 't' else ''})" for area in (two, one))
        w.step(f"{w.test}_crit", {"two": two, "less": f"-{one}", "greater": one}, "Critical value", {
            "two": "Each tail has half of what is left over.", "greater": "The upper tail has all that is left over.",
            "less": "The lower tail has all that is left over: by symmetry it ends at the negative value."}[w.tail],
            by="tail", places=3, form="either sign" if w.tail == "two" else "")

    mistakes = (
        Mistake("df_n", "Take row n − 1 of the table, not row n.", when="n <= 25", df="n"),
        Mistake("df_n-2", "Row n − 2 belongs to a regression line; one mean takes n − 1.", when="3 <= n <= 25",
                df="n - 2"),
        *(mistake for left in ("alpha", "(1 - confidence)") for mistake in slips(left)))
    nudge = "How many tails share α?"
    stories = {
        "test == 't' and tail == 'two' and alpha > 0": (
            "A t-test of $H1$: μ ≠ μ₀ uses {n} measurements. What is the positive critical value at α = {alpha}?",
            "You ask whether the mean fill of {n} bottles differs from the label, in whichever direction; σ is "
            "unknown. Beyond which value must |t| lie at α = {alpha}?",
            "σ is unknown, {n} values are given, and no direction is named. Read the critical value of t at α = "
            "{alpha} from the table.",
            "A sample of {n} eggs is compared with a claimed mean weight by a two-tailed t-test at α = {alpha}. From "
            "which positive value of t on is the claim rejected?",
        ),
        "test == 't' and tail == 'two' and confidence > 0": (
            "Which factor t* belongs to a confidence interval for a mean from {n} values, confidence level "
            "{confidence}, σ unknown?",
            "From {n} weighings an interval with confidence {confidence} is made for the mean: t* standard errors to "
            "each side of $xbar$. Find t*; the scatter was estimated from the sample.",
            "A nurse takes {n} temperatures and wants bounds for the mean with confidence {confidence}. By which "
            "factor does she multiply the standard error $s/sqrt(n)$?",
            "{n} runs of a program were timed. Which value of t goes into a two-sided interval for the mean time with "
            "confidence {confidence}?",
        ),
        "test == 't' and tail == 'less'": (
            "You test $H1$: μ < μ₀ with {n} measurements, σ unknown, α = {alpha}. Below which value must t lie for "
            "$H0$ to be rejected? Mind the sign.",
            "A buyer suspects that {n} bags are too light on average. Below which value of t does a t-test at α = "
            "{alpha} agree with him? Mind the sign.",
            "Has a new tire shortened the braking distance? {n} distances are measured, and the test is left-tailed "
            "with α = {alpha}. Where does the rejection region of t end? Mind the sign.",
            "The rejection region of a t-test lies in the lower tail. With {n} values and α = {alpha}, which value of "
            "t is its limit? Mind the sign.",
        ),
        "test == 't' and tail == 'greater'": (
            "You test $H1$: μ > μ₀ with {n} measurements, σ unknown, α = {alpha}. Above which value must t lie for "
            "$H0$ to be rejected?",
            "Tenants say that waits have become longer; {n} are timed. From which value of t on does a t-test at α = "
            "{alpha} agree with them?",
            "Does a fertilizer raise the yield? {n} plots are weighed, and the test is right-tailed with α = {alpha}. "
            "Where does the rejection region of t begin?",
            "The rejection region of a t-test lies in the upper tail. With {n} values and α = {alpha}, which value of "
            "t is its limit?",
        ),
        "test == 'z' and tail == 'two' and confidence > 0": (
            "Which factor z* belongs to a confidence interval with confidence level {confidence}, σ known?",
            "The scatter σ of a scale is known. By which factor is $sigma/sqrt(n)$ multiplied for bounds with "
            "confidence {confidence}?",
            "The middle of the normal curve, between −z and z, shall hold the share {confidence}. Find z.",
            "σ is known. Which value of z goes into a two-sided interval for a mean with confidence {confidence}?",
        ),
        "test == 'z' and tail == 'two' and alpha > 0": (
            "σ is known and no direction is named. Beyond which value must |z| lie at α = {alpha}?",
            "A scale's scatter σ is known. Is it off, in whichever direction? Find the positive critical value of z "
            "for a test at α = {alpha}.",
            "A two-tailed z-test is done at α = {alpha}. What is its positive critical value?",
            "From which positive value of z on does a two-tailed test reject at α = {alpha}? σ is known.",
        ),
        "test == 'z' and tail == 'less'": (
            "σ is known and $H1$ says μ < μ₀. Below which value of z is $H0$ rejected at α = {alpha}? Mind the sign.",
            "A left-tailed z-test is done at α = {alpha}. What is its critical value? Mind the sign.",
            "A customer suspects short boards; the saw's σ is known. Below which value of z is he right at α = "
            "{alpha}? Mind the sign.",
            "The lower tail of the normal curve shall have the area {alpha}. At which z does it end? Mind the sign.",
        ),
        "test == 'z' and tail == 'greater'": (
            "σ is known and $H1$ says μ > μ₀. From which value of z on is $H0$ rejected at α = {alpha}?",
            "A right-tailed z-test is done at α = {alpha}. What is its critical value?",
            "Did a training raise the mean of a test with known σ? From which value of z on is the answer yes at α = "
            "{alpha}?",
            "The upper tail of the normal curve shall have the area {alpha}. At which z does it begin?",
        ),
    }
