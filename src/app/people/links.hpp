// SPDX-License-Identifier: Apache-2.0
// Personal links in mails: 256 random bits, of which only the hash is kept; each good once and for a while.
// Looking at a link changes nothing, however often mail scanners do it; following it is a form on its page.
#pragma once

#include <string>
#include <variant>

#include "app/people/enter.hpp"

namespace smm::app {

struct NewLink {
  LinkUse use = LinkUse::sign_in;
  std::optional<assessment::PersonId> person = std::nullopt;
  std::optional<assessment::SchoolId> school = std::nullopt;  // dies with the person's part in it
  std::string target = {};                                    // a path of ours to land on
  std::string email = {};                                     // change_email: the new address
};

// The whole address, for a mail: public_url "/link/" token. Within a write.
std::string make_link(const Installation& installation, Records& records, const NewLink& link,
                      base::Instant now);

// Invitation 30 days, set_up 7 days, sign_in 15 minutes, reset_password and change_email an hour.
std::int64_t lifetime(LinkUse use);

std::string link_at_rest(std::string_view token);

enum class LinkState { live, spent, unknown };

// What a link's page says of it.
struct SeenLink {
  LinkState state = LinkState::unknown;
  LinkUse use = LinkUse::sign_in;
  std::string masked;  // address it was sent to; empty for set_up
  std::string school;  // name, or empty
  std::string target;
  bool of_actor = false;  // the person who is signed in in this browser
};

base::Result<SeenLink> look_at_link(const Installation& installation, const std::string& token,
                                    const Actor* actor);

// The address changed, without anybody being signed in for it.
struct EmailChanged {};
// Used or run out.
struct Spent {
  SeenLink link;
};

using Followed = std::variant<SignedIn, CodeNeeded, EmailChanged, Spent>;

// Uses the link up; the first of two who come at once has it. Not for set_up (set_up.hpp). Problems:
// person_deactivated, email_taken.
base::Result<Followed> follow_link(const Installation& installation, const Pages& pages,
                                   const std::string& token, const Actor* actor, const Browser& browser);

// Mails a new link to the same person and target, for one that was spent. Throttled as ask_for_link.hpp is;
// the answer does not tell whether there was anybody to mail to.
std::optional<Throttled> ask_for_another_link(const Installation& installation, const Pages& pages,
                                              const std::string& token, const Browser& browser);

}  // namespace smm::app
