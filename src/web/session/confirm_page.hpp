// SPDX-License-Identifier: Apache-2.0
// A dangerous act by somebody who did not prove lately who they are: the page that asks for it, and the form
// that was stopped, whose fields wait in that page (passwords and codes apart) and are sent again with one
// button.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/session/page_parts.hpp"

namespace smm::web {

struct ConfirmPage {
  std::string to;                          // where to go on, a path of this site
  std::vector<http::Parameter> kept = {};  // of a form that was stopped on its way there
  std::string error = {};
};

// By password, by code, or by a mailed link, whichever the person has. The call has an actor.
Page confirm_page(const Call& call, const ConfirmPage& wanted);

// The fields of a stopped form, as the confirm page carries them and gives them back.
std::vector<http::Parameter> stopped_fields(const http::Parameters& form);
std::vector<http::Parameter> kept_fields(const http::Parameters& confirm_form);

// "Carry on": sends the fields to where they were going.
Page resend_page(const Call& call, const std::string& to, const std::vector<http::Parameter>& fields);

// What answers a request that needs confirmation first; nothing when it may go on.
std::optional<http::Response> stopped(const Call& call, const Access& access);

}  // namespace smm::web
