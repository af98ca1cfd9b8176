// SPDX-License-Identifier: Apache-2.0
// Asks public web addresses by GET, and reads nothing of a page but its status. Redirects are told, not
// followed; no cookies, no proxies. Plain http is asked as well: nothing secret is sent.
#pragma once

#include <chrono>

#include "app/links.hpp"

namespace smm::adapters {

struct LinkLimits {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds whole{15'000};
};

class WebLinks final : public app::Links {
 public:
  explicit WebLinks(LinkLimits limits = {}) : limits_(limits) {}
  app::LinkAnswer ask(const std::string& address) const override;

 private:
  LinkLimits limits_;
};

}  // namespace smm::adapters
