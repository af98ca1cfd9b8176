// SPDX-License-Identifier: Apache-2.0
// The same work for many schools, a few at once: their saves then share the database's syncs.
#pragma once

#include <functional>

#include "base/result.hpp"

namespace smm::app {

using WorkOnOne = std::function<base::Result<bool>(std::size_t at)>;

// Stops at the first that fails, and gives its problems, or throws what it threw. `count` is told how many
// are done, from the thread that called.
base::Result<bool> do_many_at_once(std::size_t all, const WorkOnOne& work,
                                   const std::function<void(std::size_t)>& count);

}  // namespace smm::app
