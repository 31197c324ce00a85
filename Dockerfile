# The product with its build inside. Postgres is another container: see compose.yaml and docs/deploy.md.
FROM node:24-bookworm-slim
WORKDIR /srv/proofmark
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts=false
COPY . .
RUN npm run build && chown -R node:node .data .next 2>/dev/null || true
USER node
EXPOSE 3000
ENV HOST=0.0.0.0 FILES_DIR=/files
VOLUME /files
CMD ["npm", "start", "--", "--no-demo"]
