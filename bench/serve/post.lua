-- wrk -s post.lua URL -- RECORD [MILLISECONDS between two requests of a connection]
local pause = 0
function init(args)
  local file = io.open(args[1])
  wrk.method = "POST"
  wrk.body = file:read("*a")
  wrk.headers["Content-Type"] = "application/json"
  pause = tonumber(args[2] or 0)
end
function delay() return pause end
function done(summary, latency)
  io.write(string.format("FIGURES %d %d %.2f %.2f %d\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
