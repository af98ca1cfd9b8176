// SPDX-License-Identifier: Apache-2.0
#include "app/installation/sessions.hpp"

#include <array>

namespace smm::app {
namespace {

constexpr std::array link_uses = {LinkUse::set_up, LinkUse::invitation, LinkUse::sign_in,
                                  LinkUse::reset_password, LinkUse::change_email};

}  // namespace

std::string_view to_string(LinkUse use) {
  switch (use) {
    case LinkUse::set_up:
      return "set_up";
    case LinkUse::invitation:
      return "invitation";
    case LinkUse::sign_in:
      return "sign_in";
    case LinkUse::reset_password:
      return "reset_password";
    case LinkUse::change_email:
      return "change_email";
  }
  return "";
}

std::optional<LinkUse> link_use(std::string_view name) {
  for (const LinkUse use : link_uses) {
    if (to_string(use) == name) return use;
  }
  return std::nullopt;
}

}  // namespace smm::app
