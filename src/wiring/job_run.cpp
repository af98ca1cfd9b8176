// SPDX-License-Identifier: Apache-2.0
#include "wiring/job_run.hpp"

namespace smm::wiring {
namespace {

constexpr std::chrono::seconds pause_between_jobs{1};
constexpr std::chrono::minutes looked_around_every{1};
constexpr std::chrono::hours pause_between_sweeps{1};

}  // namespace

JobRun::JobRun(app::Installation& installation, app::JobKinds kinds, std::function<void()> sweep, bool alone,
               ServiceLog& log)
    : installation_(installation), kinds_(std::move(kinds)), sweep_(std::move(sweep)), log_(log) {
  if (alone) app::give_up_unfinished_jobs(installation_);
  thread_ = std::thread([this] { run(); });
}

JobRun::~JobRun() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

bool JobRun::pause() {
  std::unique_lock lock(mutex_);
  return !ending_.wait_for(lock, pause_between_jobs, [this] { return ended_; });
}

bool JobRun::ended() {
  const std::lock_guard lock(mutex_);
  return ended_;
}

// A thread that let an exception go would end the program: whatever a job breaks, the service goes on.
bool JobRun::run_one() {
  try {
    return app::run_next_job(installation_, kinds_);
  } catch (const std::exception& error) {
    log_.trouble("job", error.what());
    return false;
  }
}

void JobRun::sweep_when_due() {
  const auto now = std::chrono::steady_clock::now();
  if (swept_ && now - *swept_ < pause_between_sweeps) return;
  swept_ = now;
  try_to("sweep", sweep_);
}

void JobRun::look_around() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_look_) return;
  next_look_ = now + looked_around_every;
  try_to("job", [this] { app::give_up_left_jobs(installation_); });
}

void JobRun::try_to(const char* what, const std::function<void()>& act) {
  try {
    act();
  } catch (const std::exception& error) {
    log_.trouble(what, error.what());
  }
}

void JobRun::run() {
  while (pause()) {
    sweep_when_due();
    look_around();
    while (!ended() && run_one()) {
    }
  }
}

}  // namespace smm::wiring
