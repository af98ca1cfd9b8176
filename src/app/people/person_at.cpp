// SPDX-License-Identifier: Apache-2.0
#include "app/people/person_at.hpp"

#include "app/people/email_address.hpp"
#include "app/people/practice_address.hpp"
#include "app/people/problems.hpp"
#include "exchange/utf8.hpp"

namespace smm::app {
namespace {

constexpr std::size_t longest_name = 200;

}  // namespace

std::string tidy_name(std::string_view typed) {
  std::string name;
  std::size_t letters = 0;
  while (!typed.empty() && letters < longest_name) {
    const std::size_t length = exchange::utf8_length(typed);
    const std::string_view letter = typed.substr(0, length == 0 ? 1 : length);
    typed.remove_prefix(letter.size());
    const bool blank = length == 0 || letter[0] == 127 || (letter[0] >= 0 && letter[0] <= ' ');
    if (blank && (name.empty() || name.back() == ' ')) continue;
    name += blank ? std::string_view(" ") : letter;
    ++letters;
  }
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

namespace {

base::Result<Person> found_or_added(const Installation& installation, Records& records,
                                    const std::string& email, const std::string& name, base::Instant now) {
  auto found = records.people.by_email(email);
  if (found && found->deactivated)
    return base::Problem(people_problem::person_deactivated,
                         "The account of this address was closed; the program office can open it again");
  if (found && !found->name.empty()) return std::move(*found);
  if (found) {
    found->name = tidy_name(name);
    records.people.change(*found);
    return std::move(*found);
  }
  const Person person{.id = assessment::PersonId::make(installation.random),
                      .email = email,
                      .name = tidy_name(name),
                      .created = now,
                      .password = "",
                      .password_set = std::nullopt,
                      .totp_secret = "",
                      .deactivated = std::nullopt};
  records.people.add(person);
  return person;
}

}  // namespace

base::Result<Person> person_at(const Installation& installation, Records& records, const Mailbox& mailbox,
                               base::Instant now) {
  const auto email = email_address(mailbox.address);
  if (!email) return email.problems();
  if (is_practice_address(*email))
    return base::Problem(people_problem::practice_address,
                         "This is an address of somebody who was invented for a practice round");
  return found_or_added(installation, records, *email, mailbox.name, now);
}

base::Result<Person> invented_person(const Installation& installation, Records& records,
                                     const Mailbox& mailbox, base::Instant now) {
  const auto email = email_address(mailbox.address);
  if (!email) return email.problems();
  SMM_ASSERT(is_practice_address(*email));
  return found_or_added(installation, records, *email, mailbox.name, now);
}

}  // namespace smm::app
