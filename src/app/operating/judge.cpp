// SPDX-License-Identifier: Apache-2.0
#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

void add_all(Findings& to, Findings found) {
  for (Finding& finding : found) to.push_back(std::move(finding));
}

}  // namespace

Findings judge(const Measured& measured) {
  Findings all = judge_settings(measured.settings);
  add_all(all, judge_schema(measured.schema));
  if (measured.server) add_all(all, judge_server(*measured.server));
  add_all(all, judge_clock(measured.clock));
  for (const DiskSeen& disk : measured.disks) add_all(all, judge_disk(disk));
  add_all(all, judge_key(measured.key, measured.now));
  add_all(all, judge_mail(measured.mail));
  if (measured.outbox) add_all(all, judge_outbox(*measured.outbox, measured.now));
  add_all(all, judge_printer(measured.printer));
  if (measured.backups) add_all(all, judge_backups(*measured.backups, measured.now));
  return all;
}

}  // namespace smm::app::operating
