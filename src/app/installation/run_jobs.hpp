// SPDX-License-Identifier: Apache-2.0
// Asking for a job, and carrying jobs out: one after the other, on a thread that calls run_next_job. Several
// programs on one database carry out different ones. What was running when its program ended has failed, and
// says so; what waited is carried out by whoever comes next.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

// Does the work and keeps what comes of it; gives what there is to know beside, mostly nothing. Problems are
// told to whoever asked.
using JobWork = std::function<base::Result<std::string>(const Job&)>;
using JobKinds = std::map<std::string, JobWork, std::less<>>;

// Within a write. The one that waits or runs already, where there is one.
Job ask_for_job(const Installation& installation, Records& records, const std::string& owner,
                const std::string& kind, const assessment::PersonId& by, base::Instant now);

// What a job that ended tells; empty while it has not. Within a look.
std::string told_by_job(const Seals& seals, const Job& job);

// False when none waited. A job that ends by a broken environment has failed; then this throws.
bool run_next_job(Installation& installation, const JobKinds& kinds);

// Once, at the start of a program that has the database alone: all that run. How many there were.
std::int64_t give_up_unfinished_jobs(Installation& installation);

// From time to time, where several programs work: those whose program has said nothing for `job_lease`.
std::int64_t give_up_left_jobs(Installation& installation);

// A program says every 30 seconds that it is at work; clocks may differ by some seconds.
inline constexpr std::int64_t job_lease = 3 * base::one_minute;

}  // namespace smm::app
