// SPDX-License-Identifier: Apache-2.0
// Parts of the tests of signing in: a clock that stands still, and a browser that fills in the login form of
// the provider in tests/oidc.
#pragma once

#include <string>

#include "app/clock.hpp"
#include "app/identity_provider.hpp"

namespace smm::adapters {

class StandingClock final : public app::Clock {
 public:
  base::Instant now() const override { return time; }
  base::Instant time{1'795'309'471'000'000};
};

// Follows redirects, keeps cookies, posts forms, signs in as `name`, and agrees to everything, until it is
// sent to a URL that begins with `return_url`: the parameters there.
app::SignInReturn browse_through(const std::string& url, const std::string& name,
                                 const std::string& return_url);

}  // namespace smm::adapters
