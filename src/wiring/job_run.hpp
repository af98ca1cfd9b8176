// SPDX-License-Identifier: Apache-2.0
// Carries jobs out, one after the other, on a thread of its own; and once an hour, first when it begins,
// removes what has waited or lain about for too long. Once a minute it gives up jobs whose program is gone.
// Unless it has the database alone, others may be carrying out jobs when it starts.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "app/installation/run_jobs.hpp"
#include "wiring/service_log.hpp"

namespace smm::wiring {

class JobRun {
 public:
  JobRun(app::Installation& installation, app::JobKinds kinds, std::function<void()> sweep, bool alone,
         ServiceLog& log);
  ~JobRun();  // lets the job that is running end

 private:
  void run();
  void sweep_when_due();
  void look_around();
  void try_to(const char* what, const std::function<void()>& act);
  bool run_one();  // false: none waits, or the environment is broken
  bool pause();    // false: the end has come
  bool ended();

  app::Installation& installation_;
  app::JobKinds kinds_;
  std::function<void()> sweep_;
  ServiceLog& log_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::optional<std::chrono::steady_clock::time_point> swept_;
  std::chrono::steady_clock::time_point next_look_{};
  std::thread thread_;
};

}  // namespace smm::wiring
