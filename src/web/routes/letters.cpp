// SPDX-License-Identifier: Apache-2.0
// The office prints invitations for the post: of all schools that have not answered, or of one.
#include "app/problems.hpp"
#include "app/rounds/invitation_letters.hpp"
#include "app/rounds/problems.hpp"
#include "web/http/attachment.hpp"
#include "web/http/shown_document.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using app::PostLetter;
using app::PostLetters;
using assessment::Right;

std::string wanted_round(const Call& call) {
  return call.request.captures.text("round");
}

std::string wanted_school(const Call& call) {
  return call.request.captures.text("school");
}

TableRowShown letter_row(const Call& call, const assessment::Round& round, const PostLetter& letter) {
  std::string address;
  for (const std::string& line : letter.address) address += (address.empty() ? "" : ", ") + line;
  const Cell none{"", tag_view({call.texts()("office.letters.no_address"), false, true})};
  const Cell to{letter.to.name.empty() ? letter.to.address : letter.to.name};
  return {letter.school_name,
          round_path(round) + "/schools/" + letter.school_code,
          {to, address.empty() ? none : Cell{address}}};
}

struct LettersShown {
  assessment::Round round;
  std::string school;  // empty: all of the round
  std::vector<PostLetter> letters;
};

// Nobody who waits for one is an answer here.
base::Result<LettersShown> load_letters(const Call& call, const std::string& school) {
  const auto drafts = app::draft_letters(call.installation(), wanted_round(call), school);
  if (drafts) return LettersShown{drafts->round, school, drafts->letters};
  if (drafts.problems().front().code != app::rounds_problem::nobody_to_invite.code) return drafts.problems();
  const auto round = load_round(call);
  if (!round) return round.problems();
  return LettersShown{round->round, school, {}};
}

Page letters_page(const Call& call, const LettersShown& shown, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const bool one = !shown.school.empty();
  Page page{"page_letters", {}, texts("office.letters.title")};
  set_head(page.view, {texts("office.letters.title"),
                       texts(one ? "office.letters.lead_one" : "office.letters.lead"), shown.round.title});
  set_errors(page.view, errors);
  std::vector<TableRowShown> rows;
  for (const PostLetter& letter : shown.letters) rows.push_back(letter_row(call, shown.round, letter));
  set_table(page.view, texts("office.letters.caption"),
            {texts("office.letters.school"), texts("office.letters.to"), texts("office.letters.address")},
            rows);
  const std::string sample = rows.empty() ? "" : escaped(shown.letters.front().school_code);
  page.view.set("action", call.request.path).set("has_letters", !rows.empty());
  page.view.set("preview_href", round_path(shown.round) + "/letters/preview?school=" + sample);
  page.view.set("nothing", empty_view(texts("office.letters.nothing"), texts("office.letters.nothing_text")));
  page.crumbs = {{texts("office.title"), "/office"},
                 {shown.round.title, round_path(shown.round)},
                 {texts("office.letters.title"), ""}};
  page.status = errors.empty() ? 200 : 503;
  return page;
}

base::Result<Reply> show_letters(const Call& call, const std::string& school) {
  const auto shown = load_letters(call, school);
  if (!shown) return shown.problems();
  return Reply(letters_page(call, *shown, {}));
}

std::string letters_file(const PostLetters& drafts) {
  const bool one = drafts.letters.size() == 1;
  return (one ? drafts.letters.front().school_code + "-" : std::string()) + drafts.round.code +
         "-letters.pdf";
}

base::Result<http::Response> printed(const Call& call, const PostLetters& drafts, app::PdfPrinter* printer) {
  std::string html = app::letters_html(call.installation(), call.site.pages, drafts);
  if (call.form.fields.value("as") != "pdf") return http::shown_document(std::move(html));
  if (printer == nullptr)
    return base::Problem(app::problem::no_printer, "A PDF needs Chromium, which is not set up here");
  auto pdf = printer->print(html);
  if (!pdf) return std::move(pdf).problems();
  return http::attachment(std::move(*pdf), "application/pdf", letters_file(drafts));
}

// Without Chromium the page says so, and can be printed all the same.
base::Result<Reply> take_letters(const Call& call, const std::string& school, app::PdfPrinter* printer) {
  const auto drafts = app::draft_letters(call.installation(), wanted_round(call), school);
  if (!drafts) return drafts.problems();
  auto response = printed(call, *drafts, printer);
  if (!response)
    return Reply(letters_page(call, {drafts->round, school, drafts->letters},
                              {{response.problems().front().sentence, "main"}}));
  const auto kept = app::keep_letters(call.installation(), *drafts, call.actor->name_in_log());
  if (!kept) return kept.problems();
  return Reply(Raw{std::move(*response)});
}

base::Result<Reply> preview_letter(const Call& call) {
  const auto letters = app::preview_letter(call.installation(), wanted_round(call),
                                           std::string(call.request.query.value("school")));
  if (!letters) return letters.problems();
  return Reply(Raw{http::shown_document(app::letters_html(call.installation(), call.site.pages, *letters))});
}

}  // namespace

std::vector<Endpoint> letters_endpoints(const RouteParts& parts) {
  const std::string round = "/office/rounds/{round:word}";
  const Access inviting = for_office(Right::invite);
  app::PdfPrinter* const printer = parts.printer;
  return {
      get(round + "/letters", "letters", inviting, [](const Call& call) { return show_letters(call, ""); }),
      post(round + "/letters", "print_letters", inviting,
           [printer](const Call& call) { return take_letters(call, "", printer); }),
      get(round + "/letters/preview", "preview_letter", inviting, preview_letter),
      get(round + "/schools/{school}/letter", "school_letter", inviting,
          [](const Call& call) { return show_letters(call, wanted_school(call)); }),
      post(round + "/schools/{school}/letter", "print_school_letter", inviting,
           [printer](const Call& call) { return take_letters(call, wanted_school(call), printer); })};
}

}  // namespace smm::web
