// SPDX-License-Identifier: Apache-2.0
// The office's own words in a round: paragraphs in its mails and letters, and labels of areas.
#include "app/rounds/own_words.hpp"
#include "app/rounds/problems.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::OwnWords;
using app::WordsOfRound;
using instrument::Section;
using render::View;

std::string round_of_words(const Call& call) {
  return call.request.captures.text("round");
}

std::vector<Section> areas_of(const WordsOfRound& known) {
  std::vector<Section> areas;
  for (const Section& section : known.edition->edition.sections)
    if (section.kind == instrument::SectionKind::area) areas.push_back(section);
  return areas;
}

// Blanks at the ends and the line ends of forms do not count.
std::string typed_text(const Call& call, const std::string& name) {
  std::string text;
  for (const char letter : call.form.fields.value(name))
    if (letter != '\r') text += letter;
  const std::size_t from = text.find_first_not_of(" \n\t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \n\t") - from + 1);
}

// What equals the edition's own label is no label of the office.
OwnWords typed_words(const Call& call, const WordsOfRound& known) {
  OwnWords words{
      typed_text(call, "invitation"), typed_text(call, "reminder"), typed_text(call, "signature"), {}};
  for (const Section& area : areas_of(known)) {
    const std::string label = typed_text(call, "area." + area.id);
    if (!label.empty() && label != area.label) words.areas.emplace(area.id, label);
  }
  return words;
}

View paragraph_field(Line line, const std::vector<FormError>& errors) {
  line.error = error_of(errors, line.name);
  line.optional = true;
  return area_field(line, 4);
}

View label_field(const Call& call, const Section& area, const OwnWords& words,
                 const std::vector<FormError>& errors) {
  const std::string name = "area." + area.id;
  const auto own = words.areas.find(area.id);
  Line line{name, call.texts()("office.words.area", {{"area", area.label}}),
            own == words.areas.end() ? "" : own->second, "", error_of(errors, name)};
  line.optional = true;
  return line_field(line);
}

Page words_page(const Call& call, const WordsOfRound& known, const OwnWords& words,
                const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  FormPage form{{texts("office.words.title"), texts("office.words.lead"), known.round.title},
                call.request.path,
                texts("office.words.submit")};
  form.fields = {paragraph_field({"invitation", texts("office.words.invitation"), words.invitation,
                                  texts("office.words.invitation_hint")},
                                 errors),
                 paragraph_field({"reminder", texts("office.words.reminder"), words.reminder,
                                  texts("office.words.reminder_hint")},
                                 errors)};
  Line signature{"signature", texts("office.words.signature"), words.signature,
                 texts("office.words.signature_hint"), error_of(errors, "signature")};
  signature.optional = true;
  form.fields.push_back(line_field(signature));
  for (const Section& area : areas_of(known)) form.fields.push_back(label_field(call, area, words, errors));
  form.errors = errors;
  form.status = errors.empty() ? 200 : 422;
  form.cancel_href = round_path(known.round);
  Page page = form_page(std::move(form));
  page.crumbs = {{texts("office.title"), "/office"},
                 {known.round.title, round_path(known.round)},
                 {texts("office.words.title"), ""}};
  return page;
}

base::Result<Reply> show_words(const Call& call) {
  const auto known = app::words_of_round(call.installation(), round_of_words(call));
  if (!known) return known.problems();
  return Reply(words_page(call, *known, known->words, {}));
}

base::Result<Reply> take_words(const Call& call) {
  const auto known = app::words_of_round(call.installation(), round_of_words(call));
  if (!known) return known.problems();
  const OwnWords words = typed_words(call, *known);
  const auto kept =
      app::keep_own_words(call.installation(), round_of_words(call), words, call.actor->name_in_log());
  if (kept) return Reply(Redirect{round_path(known->round), "words_kept"});
  if (kept.problems().front().code != app::rounds_problem::bad_own_words.code) return kept.problems();
  return Reply(words_page(call, *known, words, form_errors(kept.problems())));
}

}  // namespace

std::vector<Endpoint> word_endpoints() {
  const std::string path = "/office/rounds/{round:word}/words";
  const Access run = for_office(assessment::Right::run_rounds);
  return {get(path, "own_words_form", run, show_words), post(path, "own_words", run, take_words)};
}

}  // namespace smm::web
