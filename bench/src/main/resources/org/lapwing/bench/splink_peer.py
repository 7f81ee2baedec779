# SPDX-License-Identifier: Apache-2.0
# Splink 5 with its DuckDB backend on the lists that `lapwing bench linkage` gives it. One line of JSON on standard output.
# usage: splink_peer.py febrl3|febrl4|rl|people [--keys N] LIST.csv [LIST.csv]
# Each list has the columns of its set, `id` and `truth`; with --keys also key0 to keyN-1, our blocking keys, which then are its rules.
# Settings for febrl3 and febrl4 are those of Splink's documentation (docs/demos/examples/duckdb/febrl3 and febrl4 in its repository,
# of febrl4 the detailed model); for rl and people, its name and date comparisons. Pairs are kept from one chance in a hundred, not from
# one in five as there, so that its best threshold is found among more.
import json, logging, resource, sys, time

begun = time.time()
logging.disable(logging.WARNING)
import pandas as pd
import splink
from splink import Linker, SettingsCreator, block_on
import splink.comparison_library as cl
try:
    from splink import DuckDBAPI
except ImportError:
    from splink.backends.duckdb import DuckDBAPI

kind, files, keys = sys.argv[1], sys.argv[2:], 0
if files[0] == "--keys":
    keys, files = int(files[1]), files[2:]
frames = [pd.read_csv(f, dtype=str, keep_default_na=False).map(lambda x: x.strip() or None) for f in files]
for number, frame in enumerate(frames):
    frame["unique_id"] = str(number) + "_" + frame["id"]
truth = {u: t for frame in frames for u, t in zip(frame["unique_id"], frame["truth"])}
frames = [frame.drop(columns=["truth", "id"]) for frame in frames]

recall, session, cut = 0.7, {}, 0.9
if kind == "febrl3":
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
    ]
    rules = [block_on("soc_sec_id"), block_on("given_name"), block_on("surname"), block_on("date_of_birth"), block_on("postcode")]
    sure = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth"),
            "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth"]
    training = [block_on("date_of_birth"), block_on("postcode")]
    recall = 0.9
elif kind == "febrl4":
    comparisons = [
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
    ]
    rules = [block_on("given_name", "surname"), "l.given_name = r.surname and l.surname = r.given_name", block_on("date_of_birth"),
             block_on("soc_sec_id"), block_on("state", "address_1"), block_on("street_number", "address_1"), block_on("postcode")]
    sure = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    training = [block_on("date_of_birth"), block_on("postcode")]
    recall, session, cut = 0.8, {"estimate_without_term_frequencies": True}, 0.99
elif kind == "rl":
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True),
    ]
    rules = [block_on("given_name", "surname"), block_on("surname", "date_of_birth"), block_on("given_name", "date_of_birth"),
             block_on("substr(given_name,1,1)", "date_of_birth"), block_on("substr(date_of_birth,1,7)", "surname"),
             block_on("substr(date_of_birth,1,4)", "substr(surname,1,2)", "substr(given_name,1,2)"), block_on("date_of_birth")]
    sure = [block_on("given_name", "surname", "date_of_birth")]
    training = [block_on("given_name", "surname"), block_on("date_of_birth")]
else:
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("family_name"),
        cl.JaroWinklerAtThresholds("patronymic", [0.9, 0.8]),
        cl.DateOfBirthComparison("birth_date", input_is_string=True),
        cl.JaroWinklerAtThresholds("town", [0.9]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("sex"),
    ]
    rules = [block_on("birth_date", "substr(given_name,1,1)"), block_on("given_name", "family_name", "substr(birth_date,1,4)"),
             block_on("family_name", "birth_date"), block_on("family_name", "given_name", "town"),
             block_on("substr(birth_date,1,7)", "family_name")]
    sure = [block_on("given_name", "family_name", "birth_date")]
    training = [block_on("birth_date", "sex"), block_on("given_name", "family_name")]

if keys:
    rules = [block_on(f"key{number}") for number in range(keys)]
settings = SettingsCreator(
    link_type="dedupe_only" if len(frames) == 1 else "link_only",
    comparisons=comparisons,
    blocking_rules_to_generate_predictions=rules,
    retain_intermediate_calculation_columns=False,
    retain_matching_columns=False,
)
api = DuckDBAPI()
read = time.time()
registered = [api.register(frame, table_name=f"list{number}", dataset_display_name=f"list{number}") for number, frame in enumerate(frames)]
linker = Linker(registered if len(registered) > 1 else registered[0], settings)
linker.training.estimate_probability_two_random_records_match(sure, recall=recall)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
for rule in training:
    linker.training.estimate_parameters_using_expectation_maximisation(rule, **session)
trained = time.time()
predicted = linker.inference.predict(threshold_match_probability=0.01)
scored = time.time()
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=cut)
ended, worked = time.time(), time.process_time()

pairs = predicted.as_pandas_dataframe()[["unique_id_l", "unique_id_r", "match_probability"]]
sizes = pd.Series(truth).value_counts()
if len(frames) == 1:
    real = int((sizes * (sizes - 1) // 2).sum())
else:
    first = pd.Series({u: t for u, t in truth.items() if u.startswith("0_")}).value_counts()
    second = pd.Series({u: t for u, t in truth.items() if u.startswith("1_")}).value_counts()
    real = int((first * second).dropna().sum())
right = pairs["unique_id_l"].map(truth).values == pairs["unique_id_r"].map(truth).values
chance = pairs["match_probability"].values
best = (0.0, 0.0, 0.0, 0.0)
for threshold in [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999]:
    kept = chance >= threshold
    good = int(right[kept].sum())
    precision, recall = good / max(1, int(kept.sum())), good / real
    f1 = 2 * good / max(1, int(kept.sum()) + real)
    best = max(best, (f1, precision, recall, threshold))
bins = [[float(chance[(chance * 10).astype(int).clip(0, 9) == b].mean()) if ((chance * 10).astype(int).clip(0, 9) == b).any() else None,
         float(right[(chance * 10).astype(int).clip(0, 9) == b].mean()) if ((chance * 10).astype(int).clip(0, 9) == b).any() else None,
         int(((chance * 10).astype(int).clip(0, 9) == b).sum())] for b in range(10)]
print(json.dumps({"version": splink.__version__, "pairs_kept": len(pairs), "f1": best[0], "precision": best[1], "recall": best[2],
                  "threshold": best[3], "start": read - begun, "train": trained - read, "score": scored - trained,
                  "cluster": ended - scored, "seconds": ended - begun, "worked": worked, "bins": bins,
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
