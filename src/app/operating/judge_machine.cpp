// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdlib>

#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

constexpr const char* clock_check = "clock";
constexpr const char* disk_check = "disk";

// Closing times, links and one-time codes forgive this much, and no more.
constexpr std::int64_t clock_tolerance = 5 * base::one_second;
constexpr std::int64_t clock_gap = base::one_minute;

constexpr std::uint64_t megabyte = 1'000'000;
constexpr std::uint64_t room_to_stop = 200 * megabyte;
constexpr std::uint64_t room_to_watch = 2'000 * megabyte;
constexpr std::uint64_t files_to_watch = 10'000;
constexpr std::chrono::milliseconds slow_sync{100};

constexpr std::chrono::seconds slow_print{20};

std::string seconds_of(std::int64_t microseconds) {
  return fmt::format("{:.0f} s", static_cast<double>(microseconds) / 1e6);
}

// Two clocks that are to be one.
void compare_clocks(Findings& found, const char* whose, const std::optional<base::Instant>& other,
                    base::Instant machine) {
  const std::int64_t apart = other ? std::abs(machine - *other) : 0;
  if (apart <= clock_tolerance) return;
  found.push_back(
      {clock_check, apart > clock_gap ? Health::problem : Health::advice,
       fmt::format("The clock of {} and that of this machine are {} apart.", whose, seconds_of(apart)),
       "Let a time server keep both: timedatectl set-ntp true."});
}

void judge_room(Findings& found, const DiskSeen& seen) {
  if (seen.free_bytes < room_to_watch)
    found.push_back({disk_check, seen.free_bytes < room_to_stop ? Health::problem : Health::advice,
                     fmt::format("{} MB are free of {} MB in {}.", seen.free_bytes / megabyte,
                                 seen.bytes / megabyte, seen.folder),
                     "Make room: old backups, the journal (journalctl --vacuum-size=500M), packages (apt-get "
                     "clean)."});
  if (seen.files != 0 && seen.free_files < files_to_watch)
    found.push_back({disk_check, Health::advice,
                     fmt::format("Only {} more files can be made in {}.", seen.free_files, seen.folder),
                     "Remove what made so many small files there."});
}

}  // namespace

Findings judge_clock(const ClockSeen& seen) {
  Findings found;
  compare_clocks(found, "the database server", seen.database, seen.machine);
  compare_clocks(found, "the file system", seen.file, seen.machine);
  if (seen.last_written && *seen.last_written - seen.machine > clock_tolerance)
    found.push_back({clock_check, Health::problem,
                     "The clock went backwards: the last entry of the audit log is " +
                         seconds_of(*seen.last_written - seen.machine) + " ahead of it.",
                     "Set the clock right before anybody saves: times of answers, closing times and links go "
                     "by it."});
  if (!seen.kept)
    found.push_back({clock_check, Health::advice, "No time server keeps the clock of this machine.",
                     "Run timedatectl set-ntp true, or install chrony; where the host keeps the clock, "
                     "nothing is to be done."});
  if (found.empty())
    found.push_back({clock_check, Health::ok, "The clocks agree, and a time server keeps them."});
  return found;
}

Findings judge_disk(const DiskSeen& seen) {
  if (!seen.fault.empty())
    return {{disk_check, Health::problem,
             "Nothing can be written into " + seen.folder + ": " + seen.fault + ".",
             "Run this as the user of the service; then look at mount, df and who owns the folder."}};
  Findings found;
  judge_room(found, seen);
  if (seen.sync && *seen.sync > slow_sync)
    found.push_back({disk_check, Health::advice,
                     fmt::format("To know a small file on disk in {} took {} ms; each save waits that long.",
                                 seen.folder, seen.sync->count() / 1000),
                     "Look for what else writes to this disk, or take a faster one."});
  if (found.empty())
    found.push_back(
        {disk_check, Health::ok,
         fmt::format("{} MB are free in {}, and a write is on disk after {:.1f} ms.",
                     seen.free_bytes / megabyte, seen.folder,
                     static_cast<double>(seen.sync.value_or(std::chrono::microseconds(0)).count()) / 1000)});
  return found;
}

Findings judge_printer(const PrinterSeen& seen) {
  if (seen.what.empty())
    return {{"printing", Health::advice,
             "No Chromium was found: worksheets, letters and reports cannot be had as PDF.",
             "Install the package chromium, or name another with SMM_CHROMIUM. All else works without it."}};
  if (!seen.fault.empty())
    return {{"printing", Health::problem, seen.what + " printed no page: " + seen.fault + ".",
             "Run it by hand as the user of the service; docs/howto/operate.md says what it needs."}};
  const bool slow = seen.time > slow_print;
  return {{"printing", slow ? Health::advice : Health::ok,
           fmt::format("{} printed a page in {:.1f} s.", seen.what,
                       static_cast<double>(seen.time.count()) / 1000),
           slow ? "The machine has too little memory or too much to do for Chromium." : ""}};
}

}  // namespace smm::app::operating
