// SPDX-License-Identifier: Apache-2.0
// Graduating classes: the school's links, and the public page behind such a link. What somebody types there
// is in the bodies of forms, never in a path.
#include "app/graduates/graduating.hpp"

#include "app/graduates/problems.hpp"
#include "app/graduates/uploads.hpp"
#include "base/document_reader.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/routes/signing_in.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;
namespace why = app::graduates_problem;

std::string typed(const Call& call, const char* name) {
  return std::string(call.form.fields.value(name));
}

std::string typed_without_blanks(const Call& call, const char* name) {
  std::string text = typed(call, name);
  std::erase(text, ' ');
  return text;
}

// ---- The school's side.

View class_view(const Call& call, const app::ShownClass& graduating) {
  const auto& texts = call.texts();
  const std::string path = graduates_path(call, "/classes/" + graduating.id.text());
  View view;
  view.set("id", graduating.id.text()).set("label", graduating.label).set("url", graduating.url);
  view.set("told", texts("graduates.classes.told", {{"from", full_time(call, graduating.at)},
                                                    {"until", full_time(call, graduating.expires)}}));
  view.set("tag", tag_view({texts(graduating.over ? "graduates.classes.over" : "graduates.classes.live"),
                            false, false, false, !graduating.over}));
  view.set("words", texts.counted("graduates.classes.words", static_cast<long>(graduating.words)));
  view.set("column_href", path + "/npi.csv").set("end_action", graduating.over ? "" : path + "/end");
  return view;
}

base::Result<Reply> classes_page(const Call& call, const std::string& error) {
  const auto classes = app::graduating_classes(call.installation(), hand_of(call));
  if (!classes) return classes.problems();
  const auto& texts = call.texts();
  Page page = graduates_page(
      call, "page_classes",
      {texts("graduates.classes.title"), texts("graduates.classes.lead"), call.where->school.name});
  page.status = error.empty() ? 200 : 422;
  set_errors(page.view, error.empty() ? std::vector<FormError>{} : std::vector<FormError>{{error, "label"}});
  page.view.set("has_classes", !classes->empty());
  page.view.set("classes", render::views(*classes, [&](const auto& each) { return class_view(call, each); }));
  page.view.set("nothing",
                empty_view(texts("graduates.classes.nothing"), texts("graduates.classes.nothing_text")));
  page.view.set("action", graduates_path(call, "/classes")).set("submit", texts("graduates.classes.submit"));
  const std::string days = typed(call, "days");
  set_fields(page.view, {line_field({"label", texts("graduates.classes.label"), typed(call, "label"),
                                     texts("graduates.classes.label_hint"), error}),
                         line_field({"days", texts("graduates.classes.days"), days.empty() ? "60" : days})});
  return Reply(std::move(page));
}

base::Result<Reply> show_classes(const Call& call) {
  return classes_page(call, "");
}

base::Result<Reply> take_class(const Call& call) {
  const auto days = base::parse_integer(call.form.fields.value("days"));
  const auto opened =
      app::open_class(call.installation(), hand_of(call), typed(call, "label"), days.value_or(0));
  if (opened) return Reply(Redirect{graduates_path(call, "/classes"), "class_opened"});
  if (opened.problems().front().code != why::class_bad.code) return opened.problems();
  return classes_page(call, opened.problems().front().sentence);
}

base::Result<app::GraduatingClassId> class_in_path(const Call& call) {
  const auto id = app::GraduatingClassId::parse(call.request.captures.text("class"));
  if (!id) return base::Problem(why::class_over, "There is no such class");
  return *id;
}

base::Result<Reply> take_class_end(const Call& call) {
  const auto id = class_in_path(call);
  if (!id) return id.problems();
  const auto ended = app::end_class(call.installation(), hand_of(call), *id);
  if (!ended) return ended.problems();
  return Reply(Redirect{graduates_path(call, "/classes"), "class_ended"});
}

base::Result<Reply> class_column(const Call& call) {
  const auto id = class_in_path(call);
  if (!id) return id.problems();
  auto csv = app::class_csv(call.installation(), hand_of(call), *id);
  if (!csv) return csv.problems();
  return Reply(Raw{http::attachment(*std::move(csv), "text/csv", call.where->school.code + "-npi.csv")});
}

// ---- The graduate's side.

std::string token_in_path(const Call& call) {
  return call.request.captures.text("token");
}

std::string graduation_path(const Call& call) {
  return "/graduation/" + token_in_path(call);
}

struct GraduationShown {
  app::SeenClass graduating;
  app::FoundEntries found = {};
  bool searched = false;
  std::vector<FormError> errors = {};
};

View entry_view(const app::RegistryEntry& entry, const std::string& chosen) {
  View view;
  view.set("npi", entry.npi).set("label", entry.name);
  std::string remark = entry.credential;
  for (const std::string& more : {entry.place, entry.taxonomy, "NPI " + entry.npi})
    if (!more.empty()) remark += (remark.empty() ? "" : ", ") + more;
  view.set("remark", remark).set("chosen", entry.npi == chosen);
  return view;
}

std::string found_words(const Call& call, const GraduationShown& shown) {
  if (!shown.searched) return "";
  if (shown.found.too_many) return call.texts()("graduation.too_many");
  return call.texts().counted("graduation.found", static_cast<long>(shown.found.entries.size()));
}

// As typed there, else where it was typed for the search, or chosen from what was found.
std::string typed_or(const Call& call, const char* name, const char* other) {
  std::string text = typed(call, name);
  return text.empty() ? typed(call, other) : text;
}

View::List name_fields(const Call& call, const std::vector<FormError>& errors) {
  const auto field = [&](const char* name, const char* searched, const char* autocomplete) {
    return line_field({.name = name,
                       .label = call.texts()(std::string("graduation.") + name),
                       .value = typed_or(call, name, searched),
                       .error = error_of(errors, name),
                       .autocomplete = autocomplete});
  };
  return {field("first", "search_first", "given-name"), field("last", "search_last", "family-name")};
}

View confirming_view(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  View::List fields = name_fields(call, errors);
  fields.push_back(line_field({.name = "graduate_id",
                               .label = texts("graduation.graduate_id"),
                               .value = typed(call, "graduate_id"),
                               .hint = texts("graduation.graduate_id_hint"),
                               .error = error_of(errors, "graduate_id"),
                               .optional = true}));
  fields.push_back(line_field({.name = "npi",
                               .label = texts("graduation.npi"),
                               .value = typed_or(call, "npi", "chosen"),
                               .hint = texts("graduation.npi_hint"),
                               .error = error_of(errors, "npi"),
                               .optional = true}));
  View view;
  set_fields(view, std::move(fields));
  return view;
}

// The names of the search fields differ from those of the confirmation: both stand on one page.
View searching_view(const Call& call, const std::vector<FormError>& errors) {
  View::List fields;
  for (const char* name : {"first", "last", "state"})
    fields.push_back(line_field({.name = "search_" + std::string(name),
                                 .label = call.texts()(std::string("graduation.") + name),
                                 .value = typed(call, ("search_" + std::string(name)).c_str()),
                                 .error = error_of(errors, "search_" + std::string(name)),
                                 .optional = std::string_view(name) == "state"}));
  View view;
  set_fields(view, std::move(fields));
  return view;
}

Reply graduation_page(const Call& call, const GraduationShown& shown) {
  const auto& texts = call.texts();
  const auto& school = shown.graduating.school;
  Page page{"page_graduation", {}, texts("graduation.title")};
  set_head(page.view, {texts("graduation.title"), texts("graduation.lead", {{"school", school}}),
                       shown.graduating.label});
  set_errors(page.view, shown.errors);
  page.status = shown.errors.empty() ? 200 : 422;
  View::List about;
  for (const char* key : {"graduation.what_for", "graduation.what_is_kept"})
    about.push_back(View().set("text", texts(key, {{"school", school}})));
  page.view.set("about", std::move(about)).set("may_search", !outcome_sources(call).registry.empty());
  page.view.set("search_action", graduation_path(call) + "/search");
  page.view.set("searching", searching_view(call, shown.errors));
  page.view.set("found", found_words(call, shown)).set("has_entries", !shown.found.entries.empty());
  const std::string chosen = typed(call, "chosen");
  page.view.set("entries", render::views(shown.found.entries,
                                         [&](const auto& entry) { return entry_view(entry, chosen); }));
  page.view.set("confirm_action", graduation_path(call));
  page.view.set("confirming", confirming_view(call, shown.errors));
  page.view.set("consent", texts("graduation.consent", {{"school", school}}));
  page.view.set("consent_error", error_of(shown.errors, "consent"));
  return Reply(std::move(page));
}

std::optional<Reply> too_often(const Call& call) {
  const auto wait = app::count_class_try(call.installation(), call.request.client);
  if (!wait) return std::nullopt;
  return reply_to(call, *wait);
}

base::Result<Reply> show_graduation(const Call& call) {
  const auto graduating = app::class_at(call.installation(), token_in_path(call));
  if (!graduating) return graduating.problems();
  return graduation_page(call, {*graduating});
}

base::Result<Reply> search_graduation(const Call& call) {
  if (auto wait = too_often(call)) return *std::move(wait);
  const auto graduating = app::class_at(call.installation(), token_in_path(call));
  if (!graduating) return graduating.problems();
  GraduationShown shown{*graduating};
  const auto found = app::find_entries(outcome_sources(call), typed(call, "search_last"),
                                       typed(call, "search_first"), typed(call, "search_state"));
  if (found) {
    shown.found = *found;
    shown.searched = true;
  } else if (found.problems().front().code == why::own_word_bad.code) {
    shown.errors = {{found.problems().front().sentence, "search_last"}};
  } else {
    return found.problems();
  }
  return graduation_page(call, shown);
}

base::Result<Reply> take_graduation(const Call& call) {
  if (auto wait = too_often(call)) return *std::move(wait);
  const auto graduating = app::class_at(call.installation(), token_in_path(call));
  if (!graduating) return graduating.problems();
  std::string npi = typed(call, "chosen");
  if (npi.empty()) npi = typed_without_blanks(call, "npi");
  const auto given = app::give_word(call.installation(), token_in_path(call),
                                    {typed(call, "last"), typed(call, "first"), typed(call, "graduate_id"),
                                     npi, call.form.fields.value("consent") == "yes"});
  if (given) return Reply(Redirect{"/graduation/word/" + *given});
  const auto& code = given.problems().front().code;
  if (code != why::own_word_bad.code && code != why::consent_missing.code) return given.problems();
  return graduation_page(call, {*graduating, {}, false, form_errors(given.problems())});
}

// ---- Taking it back.

std::string secret_in_path(const Call& call) {
  return call.request.captures.text("secret");
}

base::Result<Reply> show_word(const Call& call) {
  const auto word = app::word_at(call.installation(), secret_in_path(call));
  if (!word) return word.problems();
  const auto& texts = call.texts();
  if (!*word) return Reply(message_page(call, "graduation.gone.", {}));
  FormPage form{{texts("graduation.kept.title"),
                 texts("graduation.kept.lead", {{"school", (*word)->school}, {"npi", (*word)->npi}})},
                "/graduation/word/" + secret_in_path(call),
                texts("graduation.kept.withdraw")};
  form.grave = true;
  form.below = {texts("graduation.kept.address")};
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_word(const Call& call) {
  const auto gone = app::take_word_back(call.installation(), secret_in_path(call));
  if (!gone) return gone.problems();
  return Reply(message_page(call, "graduation.gone.", {}));
}

}  // namespace

std::vector<Endpoint> graduating_endpoints() {
  const std::string classes = std::string(graduates_pattern) + "/classes";
  const Access tend = for_school(Right::tend_graduates);
  return {get(classes, "classes", tend, show_classes),
          post(classes, "open_class", tend, take_class),
          post(classes + "/{class:id}/end", "end_class", tend, take_class_end),
          get(classes + "/{class:id}/npi.csv", "class_column", tend, class_column),
          get("/graduation/word/{secret}", "own_word", for_anyone(), show_word),
          post("/graduation/word/{secret}", "take_own_word_back", for_anyone(), take_word),
          get("/graduation/{token}", "graduation", for_anyone(), show_graduation),
          post("/graduation/{token}/search", "search_registry", for_anyone(), search_graduation),
          post("/graduation/{token}", "give_own_word", for_anyone(), take_graduation)};
}

}  // namespace smm::web
