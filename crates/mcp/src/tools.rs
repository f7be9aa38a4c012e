//! The tools: names, words for the assistant, and the way from a question to the desk and back, within the limits.

use crate::compare::CompareTold;
use crate::desk::{Desk, Refusal};
use crate::flow::FlowTold;
use crate::limits::Limits;
use crate::lookup::{Described, Explained, ScenariosTold, SourcesTold};
use crate::route::RouteTold;
use crate::simulate::SimulationTold;
use crate::watch::Watch;
use crate::wish::{CompareWish, DescribeWish, ExplainWish, FlowWish, RouteWish, ScenariosWish, SimulationWish, SourcesWish};
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{Implementation, ProgressNotificationParam, ServerCapabilities, ServerConfig};
use rmcp::service::RequestContext;
use rmcp::{Json, RoleServer, ServerHandler, tool, tool_handler, tool_router};
use serde::Serialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// How often a long run tells how far it is.
const NEWS: Duration = Duration::from_millis(500);

/// What an assistant reads first.
const INSTRUCTIONS: &str = "Answers about one transport corridor, computed from sourced tables. Call describe and list_scenarios \
first. Quote a figure with its unit and its source link, and say its low-high range: many inputs are assumed. Scenarios and \
proposals are weighed with compare. explain_figure tells what one figure rests on. No answer is an answer: tell its reason.";

/// The tools over one desk.
#[derive(Clone)]
pub struct Tools {
    desk: Arc<Desk>,
    limits: Limits,
    turns: Arc<Semaphore>,
    tool_router: ToolRouter<Self>,
}

#[tool_router]
impl Tools {
    /// Tools that look at a desk.
    pub fn new(desk: Desk, limits: Limits) -> Tools {
        let turns = Arc::new(Semaphore::new(limits.at_once.max(1)));
        Tools { desk: Arc::new(desk), limits, turns, tool_router: Self::tool_router() }
    }

    /// The bounds.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    #[tool(
        description = "What one can change: named scenarios with what they mean, why, and their sources.",
        annotations(
            title = "Scenarios",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn list_scenarios(
        &self,
        Parameters(wish): Parameters<ScenariosWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<ScenariosTold>, String> {
        self.run(context, move |desk, _| Ok(crate::lookup::scenarios(desk, &wish))).await
    }

    #[tool(
        description = "What the corridor is: title, day, years of demand, tables; with `table`, its rows by id and name (places, goods, services).",
        annotations(
            title = "Corridor",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn describe(
        &self,
        Parameters(wish): Parameters<DescribeWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<Described>, String> {
        self.run(context, move |desk, _| crate::lookup::describe(desk, &wish)).await
    }

    #[tool(
        description = "How to ship a consignment: the ways worth taking in cost, time, CO2e and risk, with papers and permits; or why there is none.",
        annotations(
            title = "Route",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn ask_route(
        &self,
        Parameters(wish): Parameters<RouteWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<RouteTold>, String> {
        self.run(context, move |desk, watch| crate::route::ask(desk, &wish, watch)).await
    }

    #[tool(
        description = "What the corridor carries in a year: what is scarce and what one more of it saves, what stays behind, who earns. With `steps`, what one more vehicle or a tenth more of the dearest limits brings.",
        annotations(
            title = "Flow",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn ask_flow(
        &self,
        Parameters(wish): Parameters<FlowWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<FlowTold>, String> {
        self.run(context, move |desk, watch| crate::flow::ask(desk, &wish, watch)).await
    }

    #[tool(
        description = "What happens over a year with queues, storms and ships that leave when full: transit hours with intervals, queues, berths, ships. Takes up to minutes and tells its progress.",
        annotations(
            title = "Simulation",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn run_simulation(
        &self,
        Parameters(wish): Parameters<SimulationWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<SimulationTold>, String> {
        let most = self.limits.replications;
        self.run(context, move |desk, watch| crate::simulate::run(desk, &wish, most, watch)).await
    }

    #[tool(
        description = "Which proposal does what, for whom: scenarios side by side, the difference of every figure, who pays and who gains, worth a year, net present value and economic rate of return where the cost is known. With `ranges`, low and high of each difference and whether its sign is sure; with `replications`, the same year with queues, weather and ships, by pairs.",
        annotations(
            title = "Proposals",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn compare(
        &self,
        Parameters(wish): Parameters<CompareWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<CompareTold>, String> {
        let limits = self.limits;
        self.run(context, move |desk, watch| crate::compare::ask(desk, &wish, &limits, watch)).await
    }

    #[tool(
        description = "What one figure rests on: value, unit, how it came about, low-high, reason, publications with links, and those that say otherwise.",
        annotations(
            title = "Figure",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn explain_figure(
        &self,
        Parameters(wish): Parameters<ExplainWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<Explained>, String> {
        let most = self.limits.rows;
        self.run(context, move |desk, _| crate::lookup::explain(desk, &wish, most)).await
    }

    #[tool(
        description = "The publications behind the tables, with links.",
        annotations(
            title = "Sources",
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn list_sources(
        &self,
        Parameters(wish): Parameters<SourcesWish>,
        context: RequestContext<RoleServer>,
    ) -> Result<Json<SourcesTold>, String> {
        self.run(context, move |desk, _| Ok(crate::lookup::sources(desk, &wish))).await
    }
}

impl Tools {
    /// Waits for a turn, works beside the other messages, tells how far it is, and keeps time and size.
    async fn run<T: Serialize + Send + 'static>(
        &self,
        context: RequestContext<RoleServer>,
        work: impl FnOnce(&Desk, &Watch) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<Json<T>, String> {
        let turn = self.turns.clone().acquire_owned().await.map_err(crate::desk::refused)?;
        let (watch, news) = Watch::new(Instant::now() + self.limits.time, context.ct.clone());
        let telling = tokio::spawn(tell(context, news));
        let desk = self.desk.clone();
        // The turn ends with the work, not with the wait for it: who leaves early frees no turn that is still worked on.
        let worked = tokio::task::spawn_blocking(move || {
            let told = work(&desk, &watch);
            drop(turn);
            (told, watch.late())
        });
        let (told, late) =
            worked.await.map_err(|_| "this is our fault: the answer broke off; please report the question".to_string())?;
        telling.abort();
        match told {
            Err(_) if late => Err(format!(
                "the answer took longer than {} s and was stopped; ask for less: fewer replications, a year instead of months",
                self.limits.time.as_secs()
            )),
            Err(why) => Err(why),
            Ok(told) => self.fits(told),
        }
    }

    /// An answer that an assistant can read at once.
    fn fits<T: Serialize>(&self, told: T) -> Result<Json<T>, String> {
        let size = serde_json::to_vec(&told).map_err(crate::desk::refused)?.len();
        if size > self.limits.answer_bytes {
            let most = self.limits.answer_bytes;
            return Err(format!(
                "the answer has {size} bytes, more than {most}; ask for fewer rows with `top`, `ways` or `find`"
            ));
        }
        Ok(Json(told))
    }
}

/// Progress, where the asker wished to hear of it.
async fn tell(context: RequestContext<RoleServer>, mut news: tokio::sync::watch::Receiver<(u64, u64)>) {
    let Some(token) = context.meta.get_progress_token() else { return };
    while news.changed().await.is_ok() {
        let (done, total) = *news.borrow_and_update();
        let said = ProgressNotificationParam::new(token.clone(), done as f64).with_total(total as f64);
        if context.peer.notify_progress(said).await.is_err() {
            return;
        }
        tokio::time::sleep(NEWS).await;
    }
}

#[tool_handler(router = self.tool_router)]
impl ServerHandler for Tools {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("keruen", env!("CARGO_PKG_VERSION")))
            .with_instructions(INSTRUCTIONS)
    }
}
