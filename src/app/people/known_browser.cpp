// SPDX-License-Identifier: Apache-2.0
#include "app/people/known_browser.hpp"

#include "app/people/sealed_note.hpp"

namespace smm::app {
namespace {

constexpr std::string_view known_browser_use = "known_browser";

}  // namespace

std::string known_browser_note(const Seals& office, const Person& person, base::Instant now) {
  return sealed_note(office, known_browser_use, {person.id.text()}, now + browser_is_known_for);
}

bool is_known_browser(const Seals& office, std::string_view note, const Person& person, base::Instant now) {
  const auto texts = opened_note(office, known_browser_use, note, now);
  return texts && texts->size() == 1 && texts->front() == person.id.text();
}

}  // namespace smm::app
