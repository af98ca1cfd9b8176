// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/definition_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/problems.hpp"
#include "outcomes/measure/problems.hpp"
#include "outcomes/measure/stratum.hpp"

namespace smm::outcomes::measure {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

template <class Word, std::size_t count>
using Words = std::array<std::pair<std::string_view, Word>, count>;

constexpr Words<Scoring, 7> scoring_words{{{"proportion", Scoring::proportion},
                                           {"ratio_of_sums", Scoring::ratio_of_sums},
                                           {"median", Scoring::median},
                                           {"follow_up", Scoring::follow_up},
                                           {"difference", Scoring::difference},
                                           {"representation", Scoring::representation},
                                           {"composite", Scoring::composite}}};
constexpr Words<Improvement, 4> improvement_words{{{"increase", Improvement::increase},
                                                   {"decrease", Improvement::decrease},
                                                   {"toward_one", Improvement::toward_one},
                                                   {"none", Improvement::none}}};
constexpr Words<FollowUpClock, 2> clock_words{
    {{"enrollment", FollowUpClock::enrollment},
     {"underserved_practice", FollowUpClock::underserved_practice}}};
constexpr std::array<std::string_view, 3> status_words{"draft", "active", "retired"};
constexpr std::array<std::string_view, 7> kind_words{
    "structure", "process", "intermediate", "outcome-short", "outcome-long", "balancing", "data quality"};

template <class Word, std::size_t count>
Word read_one_of(DocumentReader& reader, std::string_view key, const Words<Word, count>& words,
                 Problems& problems) {
  const std::string text = reader.text(key);
  std::string offered;
  for (const auto& [word, value] : words) {
    if (word == text) return value;
    offered += (offered.empty() ? "" : ", ") + std::string(word);
  }
  if (!text.empty())
    problems.emplace_back(problem::measure_bad_word,
                          "\"" + text + "\" is none of the words for " + std::string(key) + ": " + offered,
                          reader.place(key));
  return words.front().second;
}

std::vector<std::string> texts_in(DocumentReader& reader, std::string_view key, Problems& problems) {
  std::vector<std::string> found;
  for (const Document& entry : reader.list(key)) {
    if (entry.scalar() != nullptr)
      found.push_back(entry.scalar()->text);
    else
      problems.emplace_back(base::problem::wrong_shape, "this list holds texts only", entry.place);
  }
  return found;
}

bool is_version(const std::string& text) {
  const auto dots = std::count(text.begin(), text.end(), '.');
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c == '.' || std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  return dots == 2 && plain && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string::npos;
}

std::string read_version(DocumentReader& reader, Problems& problems) {
  const std::string version = reader.text("version");
  if (!version.empty() && !is_version(version))
    problems.emplace_back(problem::measure_bad_version, "\"" + version + "\" is no version such as 1.0.0",
                          reader.place("version"));
  return version;
}

bool is_measure_id(const std::string& id) {
  const auto hyphen = id.find('-');
  return hyphen != std::string::npos && hyphen > 0 && hyphen + 1 < id.size() && id.size() <= 40 &&
         std::all_of(id.begin(), id.begin() + static_cast<std::ptrdiff_t>(hyphen),
                     [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(id.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, id.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// Reads the conditions and named facts of one definition.
class Conditions {
 public:
  Conditions(DocumentReader& reader, const FactNames& names, Problems& problems)
      : reader_(reader), names_(names), problems_(problems) {}

  std::optional<expression::Expression> optional(std::string_view key) {
    const auto text = reader_.optional_text(key);
    if (!text) return std::nullopt;
    base::Place place = reader_.place(key);
    ++place.column;  // the text begins behind its quote
    auto parsed = expression::parse(*text, place, names_);
    if (parsed) return std::move(parsed).value();
    problems_.insert(problems_.end(), parsed.problems().begin(), parsed.problems().end());
    return std::nullopt;
  }

  expression::Expression required(std::string_view key) {
    if (!reader_.has(key)) reader_.text(key);
    return optional(key).value_or(expression::Expression{});
  }

  std::optional<Fact> number(std::string_view key) {
    const auto text = reader_.optional_text(key);
    if (!text) return std::nullopt;
    const auto symbol = names_.find(*text);
    if (symbol && symbol->type == expression::Type::number) return static_cast<Fact>(symbol->handle);
    problems_.emplace_back(expression_kind(), "\"" + *text + "\" is no number that measures know",
                           reader_.place(key));
    return std::nullopt;
  }

 private:
  static const base::ProblemKind& expression_kind() { return problem::measure_bad_word; }

  DocumentReader& reader_;
  const FactNames& names_;
  Problems& problems_;
};

std::vector<Change> read_changes(DocumentReader& reader, Problems& problems) {
  std::vector<Change> changes;
  for (const Document& entry : reader.list("changes")) {
    DocumentReader one(entry, problems);
    changes.push_back({read_version(one, problems), one.text("date"), one.text("what")});
    one.finish();
  }
  return changes;
}

std::optional<FollowUp> read_follow_up(DocumentReader& reader, Problems& problems) {
  const Document* child = reader.child("follow_up");
  if (child == nullptr) return std::nullopt;
  DocumentReader one(*child, problems);
  FollowUp follow_up;
  follow_up.clock = read_one_of(one, "clock", clock_words, problems);
  follow_up.percent_of_programme = one.optional_number("percent_of_programme").value_or(0);
  for (const Document& entry : one.list("horizon_years")) {
    const auto years = entry.scalar() != nullptr ? base::parse_decimal(entry.scalar()->text) : std::nullopt;
    if (years && *years > 0)
      follow_up.horizon_years.push_back(*years);
    else
      problems.emplace_back(problem::measure_out_of_range, "a horizon is a number of years above 0",
                            entry.place);
  }
  const bool by_programme = follow_up.clock == FollowUpClock::enrollment;
  if (by_programme ? follow_up.percent_of_programme <= 0 : follow_up.horizon_years.empty())
    problems.emplace_back(
        problem::measure_out_of_range,
        by_programme ? "percent_of_programme is needed, above 0" : "horizon_years is needed", child->place);
  one.finish();
  return follow_up;
}

std::vector<ComparedGroups> read_groups(DocumentReader& reader, Problems& problems) {
  std::vector<ComparedGroups> groups;
  for (const Document& entry : reader.list("groups")) {
    DocumentReader one(entry, problems);
    const std::string column = one.text("column");
    const auto fact = stratum_fact(column);
    const std::string reference = one.text("reference");
    if (fact)
      groups.push_back({*fact, reference});
    else if (!column.empty())
      problems.emplace_back(problem::stratum_unknown, "\"" + column + "\" is no column to compare groups by",
                            one.place("column"));
    one.finish();
  }
  return groups;
}

// What each scoring cannot do without.
void check_scoring(const Definition& measure, DocumentReader& reader, const base::Place& place,
                   Problems& problems) {
  const auto needs = [&](bool there, const char* field) {
    if (!there)
      problems.emplace_back(base::problem::missing_field,
                            "scoring " + std::string(word_of(measure.scoring)) + " needs " + field, place);
  };
  switch (measure.scoring) {
    case Scoring::proportion:
      return needs(reader.has("numerator"), "numerator");
    case Scoring::ratio_of_sums:
      needs(reader.has("value"), "value");
      return needs(reader.has("below"), "below");
    case Scoring::median:
      return needs(reader.has("value"), "value");
    case Scoring::follow_up:
      return needs(reader.has("follow_up"), "follow_up");
    case Scoring::difference:
      needs(!measure.groups.empty(), "groups");
      return needs(!measure.of.empty(), "of");
    case Scoring::representation:
      return needs(!measure.of.empty(), "of");
    case Scoring::composite:
      return needs(measure.parts.size() >= 2, "two or more parts");
  }
}

void note_sources(Definition& measure) {
  const auto look = [&](const std::optional<expression::Expression>& condition) {
    if (!condition) return;
    for (const int handle : expression::references(*condition)) {
      const Fact fact = static_cast<Fact>(handle);
      const FactSource source = name_of(fact).source;
      measure.needs_link |= source != FactSource::cohort && source != FactSource::programme;
      measure.needs_place |= source == FactSource::place;
      measure.takes_draws |= fact == Fact::link_probability || fact == Fact::link_state;
    }
  };
  look(measure.initial_population);
  look(measure.denominator);
  look(measure.exclusion);
  look(measure.numerator);
  if (measure.follow_up && measure.follow_up->clock == FollowUpClock::underserved_practice)
    measure.needs_link = measure.needs_place = true;
  // What asks how the linkage went cannot be asked of a draw, in which everybody is linked or not.
  measure.takes_draws = measure.needs_link && !measure.takes_draws;
}

void read_words(DocumentReader& reader, Definition& measure, Problems& problems) {
  measure.title = reader.text("title");
  measure.description = reader.optional_text("description").value_or("");
  measure.time_point = reader.text("time_point");
  measure.numerator_words = reader.optional_text("numerator_words").value_or("");
  measure.denominator_words = reader.optional_text("denominator_words").value_or("");
  measure.data_source = reader.text("data_source");
  measure.professions = texts_in(reader, "professions", problems);
  measure.stratifiers = texts_in(reader, "stratifiers", problems);
  measure.evidence = texts_in(reader, "evidence", problems);
  measure.value_sets = texts_in(reader, "value_sets", problems);
  measure.parts = texts_in(reader, "parts", problems);
  measure.of = reader.optional_text("of").value_or("");
  for (const std::string& column : measure.stratifiers)
    if (!stratum_fact(column))
      problems.emplace_back(problem::stratum_unknown, "\"" + column + "\" is no column to part results by",
                            reader.place("stratifiers"));
}

void read_status(DocumentReader& reader, Definition& measure, Problems& problems) {
  measure.status = reader.text("status");
  measure.kind = reader.text("kind");
  if (std::find(status_words.begin(), status_words.end(), measure.status) == status_words.end())
    problems.emplace_back(problem::measure_bad_word, "status is draft, active or retired",
                          reader.place("status"));
  if (measure.kind != "composite" &&
      std::find(kind_words.begin(), kind_words.end(), measure.kind) == kind_words.end())
    problems.emplace_back(problem::measure_bad_word, "\"" + measure.kind + "\" is no kind of measure",
                          reader.place("kind"));
}

}  // namespace

std::string_view word_of(Scoring scoring) {
  return scoring_words[static_cast<std::size_t>(scoring)].first;
}
std::string_view word_of(Improvement improvement) {
  return improvement_words[static_cast<std::size_t>(improvement)].first;
}

Definition read_definition(const DefinitionFile& file, const FactNames& names, Problems& problems) {
  DocumentReader reader(file.document, problems);
  Definition measure;
  measure.sha256 = file.sha256;
  measure.id = reader.text("id");
  if (!measure.id.empty() && !is_measure_id(measure.id))
    problems.emplace_back(problem::measure_bad_id, "\"" + measure.id + "\" is no id such as SM-018",
                          reader.place("id"));
  measure.version = read_version(reader, problems);
  read_status(reader, measure, problems);
  measure.scoring = read_one_of(reader, "scoring", scoring_words, problems);
  measure.improvement = read_one_of(reader, "improvement", improvement_words, problems);
  measure.is_public_outcome = reader.flag("public_outcome", false);
  const auto least = reader.integer("minimum_n");
  if (least < 1 || least > 100000)
    problems.emplace_back(problem::measure_out_of_range, "minimum_n is a whole number from 1 to 100,000",
                          reader.place("minimum_n"));
  measure.minimum_n = static_cast<std::size_t>(std::max<std::int64_t>(least, 1));
  read_words(reader, measure, problems);
  measure.changes = read_changes(reader, problems);
  Conditions conditions(reader, names, problems);
  if (measure.scoring != Scoring::composite && measure.of.empty())
    measure.initial_population = conditions.required("initial_population");
  measure.denominator = conditions.optional("denominator");
  measure.exclusion = conditions.optional("exclusion");
  measure.numerator = conditions.optional("numerator");
  measure.value = conditions.number("value");
  measure.below = conditions.number("below");
  measure.follow_up = read_follow_up(reader, problems);
  measure.groups = read_groups(reader, problems);
  check_scoring(measure, reader, file.document.place, problems);
  reader.finish();
  note_sources(measure);
  return measure;
}

ValueSet read_value_set(const DefinitionFile& file, Problems& problems) {
  DocumentReader reader(file.document, problems);
  ValueSet set;
  set.sha256 = file.sha256;
  set.id = reader.id("id");
  set.version = read_version(reader, problems);
  set.title = reader.text("title");
  set.source = reader.text("source");
  set.effective = reader.text("effective");
  set.codes = texts_in(reader, "codes", problems);
  reader.finish();
  return set;
}

std::vector<Programme> read_programmes(const DefinitionFile& file, Problems& problems) {
  DocumentReader reader(file.document, problems);
  reader.text("source");
  std::vector<Programme> programmes;
  for (const Document& entry : reader.list("programmes")) {
    DocumentReader one(entry, problems);
    Programme programme;
    programme.id = one.id("id");
    programme.names = texts_in(one, "names", problems);
    programme.months = one.number("months");
    programme.follow_up_years = one.number("follow_up_years");
    programme.npi_expected = one.flag("npi_expected", true);
    one.finish();
    if (programme.months <= 0 || programme.follow_up_years < 0)
      problems.emplace_back(problem::measure_out_of_range, "a program takes more than 0 months", entry.place);
    programmes.push_back(std::move(programme));
  }
  reader.finish();
  return programmes;
}

}  // namespace smm::outcomes::measure
