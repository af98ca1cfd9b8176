// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/own_figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/answering/notes.hpp"
#include "app/graduates/graduate_files.hpp"
#include "app/graduates/problems.hpp"
#include "app/graduates/uploads.hpp"
#include "app/measuring/measures.hpp"
#include "base/environment_error.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

namespace why = graduates_problem;
namespace measure = outcomes::measure;

struct ResultColumn {
  std::string_view name;
  std::string OwnFigure::*cell;
};
constexpr ResultColumn result_columns[] = {{"measure", &OwnFigure::measure},
                                           {"programme", &OwnFigure::programme},
                                           {"stratum", &OwnFigure::stratum},
                                           {"n", &OwnFigure::n},
                                           {"numerator", &OwnFigure::numerator},
                                           {"rate", &OwnFigure::rate},
                                           {"low", &OwnFigure::low},
                                           {"high", &OwnFigure::high},
                                           {"bound_low", &OwnFigure::bound_low},
                                           {"bound_high", &OwnFigure::bound_high},
                                           {"known", &OwnFigure::known},
                                           {"unknown", &OwnFigure::unknown},
                                           {"not_linked", &OwnFigure::not_linked},
                                           {"no_npi_expected", &OwnFigure::no_npi_expected},
                                           {"snapshots", &OwnFigure::snapshots}};

OwnFigure figure_of(const base::Table& table, const base::TableRow& row,
                    const measure::Catalogue& catalogue) {
  OwnFigure figure;
  for (const ResultColumn& column : result_columns)
    if (const auto at = table.column(column.name)) figure.*column.cell = row.cells[*at];
  if (const auto* definition = catalogue.find(figure.measure)) {
    figure.title = definition->title;
    figure.scoring = word_of(definition->scoring);
  }
  return figure;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

struct ResultTexts {
  std::string results;
  std::string notes;
  base::Instant at;
};

base::Result<ResultTexts> result_texts(Installation& installation, const Hand& hand) {
  return look<ResultTexts>(installation.database, [&](Records& records) -> base::Result<ResultTexts> {
    const auto seals = graduate_seals(installation, records, hand.sheet);
    if (!seals) return seals.problems();
    const auto results = open_file(records, *seals, hand.sheet.school.id, results_file);
    if (!results) return base::Problem(why::linkage_missing, "The roster was not linked yet");
    const auto notes = open_file(records, *seals, hand.sheet.school.id, notes_file);
    return ResultTexts{results->text, notes ? notes->text : "", results->at};
  });
}

// Does a program of a cohort, as written there, mean this one of the edition?
bool means(const measure::Catalogue& catalogue, std::string written, const std::string& programme) {
  const auto folded = [](std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
  };
  written = folded(written);
  for (const auto& known : catalogue.programmes)
    if (known.id == programme)
      return written == known.id ||
             std::ranges::any_of(known.names, [&](const auto& name) { return folded(name) == written; });
  return false;
}

// Counts are means over draws of the linkage, with a decimal; a person types whole ones.
std::optional<std::int64_t> whole_count(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::llround(value);
}

const OwnFigure* figure_for(const OwnFigures& figures, const measure::Catalogue& catalogue,
                            const std::string& measure_id, const Hand& hand, const std::string& programme) {
  const OwnFigure* whole = nullptr;
  for (const OwnFigure& figure : figures.rows) {
    if (figure.measure != measure_id || !figure.stratum.empty()) continue;
    if (figure.programme.empty())
      whole = &figure;
    else if (!programme.empty() && means(catalogue, figure.programme, programme))
      return &figure;
  }
  const bool alike = programme.empty() || hand.sheet.school.programmes.size() == 1;
  return alike ? whole : nullptr;
}

std::optional<Suggestion> suggestion_of(const OwnFigure& figure, base::Instant at) {
  const auto numerator = whole_count(figure.numerator), denominator = whole_count(figure.n);
  const bool share = figure.scoring == word_of(measure::Scoring::proportion);
  if (!share || figure.rate.empty() || !numerator || !denominator || *denominator < 1) return std::nullopt;
  const std::string above = std::to_string(*numerator), below = std::to_string(*denominator);
  return Suggestion{figure.measure, above, below, above + "/" + below, at};
}

std::string note_of(const Suggestion& suggestion, const std::string& day) {
  return suggestion.measure + " of " + day + ": " + suggestion.numerator + " of " + suggestion.denominator +
         ", from the school's roster linked to the registry of providers.";
}

}  // namespace

base::Result<OwnFigures> own_figures(Installation& installation, const OutcomeSources& sources,
                                     const Hand& hand) {
  const auto texts = result_texts(installation, hand);
  if (!texts) return texts.problems();
  const auto table = exchange::read_table(texts->results, "results");
  if (!table) throw base::EnvironmentError("Kept results of measures cannot be read.");
  const auto catalogue = measuring::load_measures(sources.files, sources.content, std::nullopt);
  if (!catalogue) return catalogue.problems();
  OwnFigures figures{{}, lines_of(texts->notes), texts->at};
  for (const base::TableRow& row : table->rows) figures.rows.push_back(figure_of(*table, row, *catalogue));
  return figures;
}

std::optional<Suggestion> suggestion_for(Installation& installation, const OutcomeSources& sources,
                                         const Hand& hand, std::size_t place) {
  if (place >= hand.sheet.plan->answers.size()) return std::nullopt;
  const auto& planned = hand.sheet.plan->answers[place];
  const instrument::Item& item = hand.sheet.edition->edition.items[planned.item];
  if (item.measure.empty() || item.type != instrument::ItemType::share) return std::nullopt;
  const auto figures = own_figures(installation, sources, hand);
  const auto catalogue = measuring::load_measures(sources.files, sources.content, std::nullopt);
  if (!figures || !catalogue) return std::nullopt;
  const OwnFigure* figure = figure_for(*figures, *catalogue, item.measure, hand, planned.place.programme);
  return figure == nullptr ? std::nullopt : suggestion_of(*figure, figures->at);
}

base::Result<SavedAnswer> take_suggestion(Installation& installation, const OutcomeSources& sources,
                                          const Hand& hand, std::size_t place, std::int64_t base) {
  const auto suggestion = suggestion_for(installation, sources, hand, place);
  if (!suggestion)
    return base::Problem(why::figure_missing, "There is no figure of your own that answers this question");
  const assessment::GivenAnswer given{instrument::AnswerState::answered, suggestion->value, ""};
  auto saved =
      save_answer(installation, hand, {hand.sheet.plan->answers[place].place, given, base, "measure"});
  if (!saved || saved->outcome != assessment::SaveOutcome::saved) return saved;
  const auto noted = add_question_note(installation, hand, place,
                                       note_of(*suggestion, day_of(installation, suggestion->at)));
  if (!noted) return noted.problems();
  return saved;
}

}  // namespace smm::app
