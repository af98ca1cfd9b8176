// SPDX-License-Identifier: Apache-2.0
// A mail that nothing is wrong with.
#pragma once

#include <string>

#include "app/mailer.hpp"

namespace smm::adapters {

inline app::Mail sample_mail(const std::string& to = "dean@example.org") {
  return {.from = {"Program Office", "office@example.org"},
          .to = {"", to},
          .subject = "Your packet is due",
          .text = "Dear dean,\n\nplease look at it.\n",
          .html = "<p>Dear dean,</p>\n<p>please look at it.</p>\n",
          .message_id = "b2xq7d.1@assessment.example.org",
          .written = {1'795'309'471'123'456},  // 2026-11-22 01:04:31 UTC
          .headers = {{"Auto-Submitted", "auto-generated"}}};
}

}  // namespace smm::adapters
