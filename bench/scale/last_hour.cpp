// SPDX-License-Identifier: Apache-2.0
#include "last_hour.hpp"

#include <stdexcept>

#include "app/installation/edition_shelf.hpp"
#include "assessment/sheet_plan.hpp"

namespace smm::bench {
namespace {

std::string escaped(std::string text) {
  const std::size_t at = text.find('@');
  return at == std::string::npos ? text : text.replace(at, 1, "%40");
}

}  // namespace

LastHour::LastHour(House& house) : versions_(crowd_persons * answers_of_a_visit, 0) {
  for (std::size_t person = 0; person < crowd_persons; ++person) tokens_.push_back(house.token(person));
  const auto edition = house.installation().editions.edition("smm-2026");
  const auto plan = (*edition)->sheet_plan({"medicine_md"});
  for (const auto& packet : (*plan)->packets)
    for (const auto& section : packet.sections)
      for (const std::size_t at : section.answers) {
        const auto& place = (*plan)->answers[at].place;
        const std::string key = place.programme.empty() ? place.item : place.item + "@" + place.programme;
        slots_.push_back({packet.office, escaped(key)});
      }
  if (slots_.size() < crowd.persons_of_each * answers_of_a_visit)
    throw std::runtime_error("the edition has fewer answers than a school's people give");
}

load::Script LastHour::script() {
  return {[this](std::size_t connection, std::string& request) { ask(connection, request); },
          [this](std::size_t connection, const load::Answer& answer) { hear(connection, answer); }};
}

// Groups of `together` visits go step by step.
LastHour::Doing LastHour::next() {
  const std::size_t number = begun_++;
  const std::size_t group = number / (together * steps), within = number % (together * steps);
  return {(group * together + within % together) % crowd_persons, within / together};
}

const LastHour::Slot& LastHour::slot_of(const Doing& doing) const {
  const std::size_t first = doing.person % crowd.persons_of_each * answers_of_a_visit;
  return slots_[first + (doing.step + answers_of_a_visit - 1) % answers_of_a_visit];
}

std::string LastHour::page(std::size_t person, const std::string& below) const {
  return "GET /rounds/2026/schools/" + House::code(person / crowd.persons_of_each) + below +
         " HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + tokens_[person] + "\r\n\r\n";
}

std::string LastHour::save(const Doing& doing) {
  const std::string& key = slot_of(doing).item;
  const long long base = versions_[doing.person * answers_of_a_visit + doing.step - 1];
  const std::string body = "item=" + key + "&" + key + ".state=not_known&" + key + ".reason=draft+" +
                           std::to_string(base + 1) + "&" + key + ".base=" + std::to_string(base);
  const std::string& token = tokens_[doing.person];
  return "POST /rounds/2026/schools/" + House::code(doing.person / crowd.persons_of_each) +
         "/answers HTTP/1.1\r\nHost: a\r\nCookie: __Host-smm=" + token +
         "\r\nX-CSRF-Token: " + web::csrf_token(token) +
         "\r\nAccept: application/json\r\nOrigin: http://127.0.0.1\r\nContent-Type: "
         "application/x-www-form-urlencoded\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

void LastHour::ask(std::size_t connection, std::string& request) {
  if (doing_.size() <= connection) doing_.resize(connection + 1);
  Doing& doing = doing_[connection];
  if (!submitting_.empty()) {
    doing = {submitting_.back(), steps};
    submitting_.pop_back();
    request += page(doing.person, "/submit");
    return;
  }
  doing = next();
  const bool looks = doing.step == 0, leaves = doing.step == steps - 1;
  if (leaves && doing.person % crowd.persons_of_each == 0) submitting_.push_back(doing.person);
  if (looks)
    request += page(doing.person, "/packets/" + slot_of({doing.person, 1}).office);
  else
    request += leaves ? page(doing.person, "") : save(doing);
}

void LastHour::hear(std::size_t connection, const load::Answer& answer) {
  const Doing& doing = doing_[connection];
  const std::size_t at = answer.body.find("\"version\": \"");
  if (doing.step == 0 || doing.step >= steps - 1 || at == std::string_view::npos) return;
  versions_[doing.person * answers_of_a_visit + doing.step - 1] = std::atoll(answer.body.data() + at + 12);
  ++kept_;
}

}  // namespace smm::bench
