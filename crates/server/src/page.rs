//! The built page and the base map, from the binary itself.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

/// The page as `npm run build` in `web/` made it.
#[derive(RustEmbed)]
#[folder = "../../web/dist/"]
struct Built;

/// Countries, seas, lakes: drawn under every corridor that has no base map of its own. Natural Earth, public domain.
#[derive(RustEmbed)]
#[folder = "../../corridors/trans-caspian/geodata/"]
struct BaseMap;

/// A layer of the embedded base map.
pub fn base_layer(file: &str) -> Option<Vec<u8>> {
    BaseMap::get(file).map(|f| f.data.into_owned())
}

/// A file of the page; the page itself for its root.
pub async fn page(uri: Uri, headers: HeaderMap) -> Response {
    let name = match uri.path().trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let Some(file) = Built::get(name) else {
        return (StatusCode::NOT_FOUND, "there is no such page").into_response();
    };
    let tag: String = file.metadata.sha256_hash().iter().take(8).map(|b| format!("{b:02x}")).collect();
    let tag = format!("\"{tag}\"");
    // Files under assets/ carry the hash of their content in their names.
    let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let about = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, keep.into())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, about).into_response();
    }
    (about, [(header::CONTENT_TYPE, kind(name))], file.data.into_owned()).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |x| x.1) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "json" | "geojson" => "application/json",
        _ => "application/octet-stream",
    }
}
