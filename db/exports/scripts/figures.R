# The main figures of the report, made again from the CSV files that lie beside this script.
#
# Plain R, nothing to install:  Rscript figures.R [FOLDER]
#
# It reads cases.csv alone: one row for each unit of the sample. Each line that it writes has the
# name of the figure, its numerator, its denominator, and its value; columns are parted by tabs.

args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "."
cases <- read.csv(
  file.path(folder, "cases.csv"), colClasses = "character", na.strings = character(0),
  encoding = "UTF-8", check.names = FALSE
)

# Categories of AAPOR's formulas, as they stand in the column category: I, P, R, NC and O; UH, UO.
eligible <- c("interview", "partial", "refusal", "non_contact", "other")
unknown <- c("unknown_contact", "unknown_other")

# Rounded half up, as the report does: R's own round() goes to the even number. The tiny addition
# takes back what is lost where a half has no exact binary form.
half_up <- function(value) floor(value + 0.5 + 1e-9)

per_cent <- function(part, of) {
  if (is.na(of) || of == 0) return("\u2013")
  value <- part / of
  if (value > 0 && value < 1) value <- min(max(value, 0.001), 0.999)
  sub(".", ",", sprintf("%.1f %%", half_up(1000 * value) / 10), fixed = TRUE)
}

whole_per_cent <- function(count, of) {
  if (of == 0) return("\u2013")
  rounded <- half_up(100 * count / of)
  if (rounded == 0 && count > 0) return("<1 %")
  if (rounded == 100 && count < of) return(">99 %")
  paste(rounded, "%")
}

put <- function(name, part, of, value) cat(name, part, of, value, sep = "\t", fill = FALSE)
line <- function(...) { put(...); cat("\n") }
# Whole where it is whole, else with one decimal, as the report writes it.
number <- function(value) {
  if (abs(value - round(value)) < 1e-9) return(sprintf("%.0f", value))
  sub(".", ",", sprintf("%.1f", half_up(10 * value) / 10), fixed = TRUE)
}
rate <- function(name, part, of) {
  line(name, part, if (is.na(of)) "\u2013" else number(of), per_cent(part, of))
}

# Of how many of the units in the sample it is known what they have.
sample_ <- cases[cases$outcome != "out_of_frame", ]
rate("determination", sum(sample_[["class"]] != ""), nrow(sample_))

# AAPOR's rates of the interviews. e is the share with what is looked for among the determined units:
# I/(I+NE). Of whoever refused or agreed to talk later nobody knows it; e_AAPOR, AAPOR's usual one,
# counts them as having it.
of_category <- function(names) sum(cases$category %in% names)
whole <- of_category("interview")
partial <- of_category("partial")
refused <- of_category("refusal")
none <- of_category("not_eligible")
known <- of_category(eligible)
unknowns <- of_category(unknown)
talked <- whole + partial + refused + of_category("other")
e <- if (whole + none > 0) whole / (whole + none) else NA
weighed <- if (!is.na(e)) known + e * unknowns else if (unknowns > 0) NA else known

rate("e", whole, whole + none)
rate("e_AAPOR", known, known + none)
rate("RR1", whole, known + unknowns)
rate("RR2", whole + partial, known + unknowns)
rate("RR3", whole, weighed)
rate("RR4", whole + partial, weighed)
rate("COOP1", whole, talked)
rate("REF1", refused, known + unknowns)
rate("CON1", talked, known + unknowns)
for (category in c(eligible, unknown, "not_eligible")) {
  line(paste("category", category), of_category(category), nrow(cases), "")
}

# How many have or share what is looked for; units that are parts of one count as one. Nothing where
# a survey looks for what every unit has.
if ("has" %in% names(cases)) {
  outside <- setdiff(unique(cases$counts_as), unique(sample_$counts_as))
  of <- length(setdiff(unique(cases$counts_as), outside))
  have <- unique(sample_$counts_as[sample_$has == "1"])
  not_known <- setdiff(unique(sample_$counts_as[sample_$has == ""]), have)
  line("have", length(have), of, whole_per_cent(length(have), of))
  line("unknown", length(not_known), of, whole_per_cent(length(not_known), of))
}

# How many units there are of each class, of those of which it is known; and of how many of all it is
# not.
classes <- ifelse(cases[["class"]] == "", "unknown", cases[["class"]])
for (name in sort(unique(classes), method = "radix")) {
  count <- sum(classes == name)
  of <- if (name == "unknown") nrow(cases) else sum(classes != "unknown")
  line(paste("class", name), count, of, whole_per_cent(count, of))
}

# What was claimed in an earlier phase by what was found, per cent of the row.
if ("claim" %in% names(cases)) {
  claims <- ifelse(cases$claim == "", "not_stated", cases$claim)
  for (claim in sort(unique(claims), method = "radix")) {
    claimed <- sum(claims == claim)
    for (name in sort(unique(classes[claims == claim]), method = "radix")) {
      count <- sum(claims == claim & classes == name)
      line(paste("claim", claim, "found", name), count, claimed, whole_per_cent(count, claimed))
    }
  }
  reasons <- cases$difference[cases$difference != ""]
  for (reason in sort(unique(reasons), method = "radix")) {
    count <- sum(reasons == reason)
    line(paste("difference", reason), count, length(reasons), whole_per_cent(count, length(reasons)))
  }
}
