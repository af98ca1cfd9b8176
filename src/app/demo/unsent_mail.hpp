// SPDX-License-Identifier: Apache-2.0
// The demo sends no mail: whatever it would have sent is marked as done, so that the service does not send it
// later.
#pragma once

#include "app/installation/installation.hpp"

namespace smm::app {

// All mails that wait by now, by the clock of the installation. How many they were.
std::size_t keep_mail_unsent(const Installation& installation);

}  // namespace smm::app
