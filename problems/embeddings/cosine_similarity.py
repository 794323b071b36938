"""Cosine similarity of two embeddings, and the word whose embedding is nearest."""

from quizgen.authoring import (Aside, Convention, Index, Level, Matrix, Mistake, Problem, Vector, between, computed,
                               oneof)

APART = "sqrt(sum((query[k] - candidates[j][k])**2, k))"
SCENES = (
    "Toy embeddings give a word the vector {query} and three other words the vectors {candidates}. Which of the "
    "three, counted from 1, is nearest by cosine {measure}?",
    "A search engine holds three recipes as {candidates} and reads the question {query}. Which recipe, counted from "
    "1, is nearest by cosine {measure}?",
    "A listener's taste is {query}; three songs have the embeddings {candidates}. Which song, counted from 1, is "
    "nearest by cosine {measure}?",
    "The candidates {candidates} are compared with the query {query} by cosine {measure}. Which one, counted from "
    "1, is nearest?",
)
PAIRS = (
    "The embeddings a = {a} and b = {b} are compared by cosine {measure}.",
    "Two words have the toy embeddings a = {a} and b = {b}. How alike are they by cosine {measure}?",
    "A film and a viewer are described by a = {a} and b = {b}, and compared by cosine {measure}.",
    "The word counts of two pages, less their means, are a = {a} and b = {b}. Compare them by cosine {measure}.",
)


class CosineSimilarity(Problem):
    title = "Cosine similarity of embeddings"

    task = Aside("pair")
    apart = Aside(None)  # whether another candidate is nearest by distance
    size = Aside(3)
    entry = between(-4, 4)
    a = Vector("first vector", draw=entry, size=computed("size"), instead="query and candidates")
    b = Vector("second vector", draw=entry, size=computed("size"), entries="count(a)", instead="query and candidates")
    query = Vector("embedding of the query", size=4, optional=True)
    candidates = Matrix("embeddings of the candidates, one a row", size=(3, 4), entries="count(query)", optional=True)
    i, j, k = Index("a"), Index("candidates"), Index("query")

    measure = Convention("similarity", "distance", says={
        "similarity": "similarity", "distance": "distance (1 − similarity)"})
    symbols = {"dot": r"\text{a·b}", "norm_a": r"\text{‖a‖}", "norm_b": r"\text{‖b‖}", "cosine": "c",
               "candidates": "v", "query": "q", "dots": r"\text{q·v}", "norm_query": r"\text{‖q‖}",
               "norms": r"\text{‖v‖}", "cosines": "c", "nearest": "n"}
    also = {"dot": "dot product, a.b", "norm_a": "|a|", "norm_b": "|b|", "dots": "q.v, dot", "norm_query": "|q|",
            "norms": "|v|", "cosines": "cos", "cosine": "cosine similarity, cosine, cos, cos(theta)",
            "nearest": "candidate, word, recipe, song"}
    answers = "dot norm_a norm_b cosine dots norm_query norms cosines nearest"
    impossible = {"sum(1 if abs(cosines[j] - cosines[nearest]) < 10**-9 else 0, j) > 1":
                  "candidates: two of them are equally near",
                  "norm_a*norm_b == 0": "a vector of zeros has no direction",
                  "norm_query*min(norms) == 0": "a vector of zeros has no direction"}
    accept = (
        "0.01 <= abs(dot/(norm_a*norm_b))", "abs(dot/(norm_a*norm_b)) <= 0.999", "max(norm_a, norm_b) > 1",
        "min(abs(dots[j]), j) > 0", "max(abs(dots[j]/(norm_query*norms[j])), j) <= 0.999",
        "min(abs(cosines[j] - cosines[nearest]) if j != nearest else 1, j) >= 0.02",
        f"(1 if argmin({APART}, j) != nearest else 0) == apart")
    levels = {
        "easy": Level("cosine", size=2),
        "medium": Level("dot norm_a norm_b cosine"),
        "hard": Level("nearest cosine", task="nearest", a=None, b=None, apart=oneof(0, 1), query=entry,
                      candidates=entry),
    }

    def work(self, w):
        alike, title = w.measure == "similarity", f"Cosine {w.measure}"
        why = "The dot product over both lengths: only the direction is left." if alike else "1 minus the cosine."
        if w.has("query"):
            w.step("dots[j]", "sum(query[k]*candidates[j][k], k)", "Dot products", "With each candidate.", places=0,
                   marks=(1, 1))
            w.step("norm_query", "sqrt(sum(query[k]**2, k))", "Length of the query")
            w.step("norms[j]", "sqrt(sum(candidates[j][k]**2, k))", "Lengths of the candidates")
            w.step("cosines[j]", {"similarity": "dots[j]/(norm_query*norms[j])",
                                  "distance": "1 - dots[j]/(norm_query*norms[j])"},
                   "Cosine similarities" if alike else "Cosine distances", why, by="measure")
            w.step("nearest", {"similarity": "argmax(cosines[j], j)", "distance": "argmin(cosines[j], j)"},
                   "Nearest candidate", f"The {'largest' if alike else 'smallest'} {w.measure}.", by="measure")
            w.step("cosine", "cosines[nearest]", title, "That of the nearest candidate.")
            return
        w.step("dot", "sum(a[i]*b[i], i)", "Dot product", "Multiply entry by entry and add.", places=0, marks=(1, 1))
        w.step("norm_a", "sqrt(sum(a[i]**2, i))", "Length of a")
        w.step("norm_b", "sqrt(sum(b[i]**2, i))", "Length of b")
        w.step("cosine", {"similarity": "dot/(norm_a*norm_b)", "distance": "1 - dot/(norm_a*norm_b)"}, title, why,
               by="measure")

    mistakes = (
        Mistake("dot_only", "Divide the dot product by both lengths.", cosine=("dots[nearest]", "dot"),
                cosines="dots[j]"),
        Mistake("norms_added", "The lengths are multiplied, not added.", cosine="dot/(norm_a + norm_b)",
                cosines="dots[j]/(norm_query + norms[j])"),
        Mistake("squared_norms", "Divide by the lengths, not by their squares.", cosine="dot/(norm_a**2*norm_b**2)",
                cosines="dots[j]/(norm_query**2*norms[j]**2)"),
        Mistake("norm_is_sum_of_entries", "The length is the root of the sum of squares, not the sum of the sizes.",
                norm_a="sum(abs(a[i]), i)", norm_b="sum(abs(b[i]), i)", norm_query="sum(abs(query[k]), k)",
                norms="sum(abs(candidates[j][k]), k)"),
        Mistake("euclidean_distance", "That is how far the ends are apart: here only the angle counts.",
                cosine=("cosines[nearest]", "sqrt(sum((a[i] - b[i])**2, i))"), cosines=APART,
                nearest="argmin(cosines[j], j)"),
        Mistake("one_minus_cosine", "That is the cosine distance, 1 minus the similarity that is asked.",
                when="measure == 'similarity'", cosine=("1 - cosines[nearest]", "1 - dot/(norm_a*norm_b)")),
        Mistake("largest_dot_product", "A long vector has a large dot product: divide by the lengths, then compare.",
                when="argmax(dots[j], j) != nearest", nearest="argmax(dots[j], j)"),
    )
    nudge = "Direction matters, length does not."
    stories = {"task == 'pair'": PAIRS, "task == 'nearest'": SCENES}

    def question_figure(self, v):
        from .._figures import arrows

        return arrows(a=v.a, b=v.b) if v.a and len(v.a) == 2 else None
