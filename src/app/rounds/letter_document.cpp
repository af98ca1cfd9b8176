// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/people/email_address.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/invitation_letters.hpp"
#include "app/written_time.hpp"

namespace smm::app {
namespace {

using render::View;

std::vector<std::string> trimmed_pieces(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t from = piece.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) continue;
    pieces.emplace_back(piece.substr(from, piece.find_last_not_of(" \t\r") - from + 1));
  }
  return pieces;
}

View::List line_views(const std::vector<std::string>& lines) {
  return render::views(lines, [](const std::string& line) { return View().set("line", line); });
}

std::vector<std::string> receiver_lines(const PostLetter& letter) {
  std::vector<std::string> lines;
  if (!letter.to.name.empty()) lines.push_back(letter.to.name);
  lines.push_back(letter.school_name);
  lines.insert(lines.end(), letter.address.begin(), letter.address.end());
  return lines;
}

std::string day_in_words(const std::string& day, const render::Texts& texts) {
  const auto date = calendar_day(day);
  return date ? written_day(*date, texts) : day;
}

// What is the same in all letters of a round.
struct Letterhead {
  const Installation& installation;
  const render::Texts& texts;
  const assessment::Round& round;
  std::string date;
  std::string last_day;
  const PostLetters& letters;
};

Letterhead letterhead_of(const Installation& installation, const render::Texts& texts,
                         const PostLetters& letters) {
  const auto today = installation.zones.local_time(letters.round.zone, installation.clock.now());
  return {installation,
          texts,
          letters.round,
          today ? written_day(today->day, texts) : std::string(),
          day_in_words(letters.round.last_day, texts),
          letters};
}

View letter_sheet(const Letterhead& head, const PostLetter& letter) {
  const auto& texts = head.texts;
  const std::string& site = head.installation.public_url;
  const std::string page = site + "/letter";
  const std::string sample = site + "/sample-report";
  const std::string seen = letter.to.address.empty() ? std::string() : masked(letter.to.address);
  View view;
  view.set("anchor", "letter-" + letter.school.text()).set("preview", head.letters.preview);
  view.set("site", site).set("date", head.date).set("receiver", line_views(receiver_lines(letter)));
  view.set("subject", texts("letter.subject", {{"school", letter.school_name}, {"round", head.round.title}}));
  view.set("dear",
           texts("letter.dear",
                 {{"name", letter.to.name.empty() ? std::string_view(letter.school_name) : letter.to.name}}));
  view.set("what",
           texts("letter.what",
                 {{"school", letter.school_name}, {"round", head.round.title}, {"last_day", head.last_day}}));
  view.set("back", texts("letter.back", {{"sample", sample}}));
  view.set("page", texts("letter.page", {{"page", page}})).set("code", letter.code);
  view.set("mailed", seen.empty() ? "" : texts("letter.mailed", {{"email", seen}}));
  view.set("own", render::views(head.letters.own,
                                [](const std::string& text) { return View().set("paragraph", text); }));
  view.set("signature", head.letters.signature);
  const std::string& office = head.installation.mail_from;
  view.set("contact", office.empty() ? "" : texts("letter.contact", {{"office", office}}));
  return view;
}

}  // namespace

std::vector<std::string> address_lines(std::string_view address) {
  if (address.find('\n') != std::string_view::npos) return trimmed_pieces(address, '\n');
  std::vector<std::string> pieces = trimmed_pieces(address, ',');
  if (pieces.size() < 2) return pieces;
  const std::string state = std::move(pieces.back());
  pieces.pop_back();
  pieces.back() += ", " + state;
  return pieces;
}

std::string letters_html(const Installation& installation, const Pages& pages, const PostLetters& letters) {
  const Letterhead head = letterhead_of(installation, pages.texts, letters);
  View view;
  view.set("language", "en");
  view.set("title", pages.texts("letter.document_title", {{"round", letters.round.title}}));
  view.set("letters", render::views(letters.letters,
                                    [&](const PostLetter& letter) { return letter_sheet(head, letter); }));
  return pages.templates.render("letters", view);
}

}  // namespace smm::app
